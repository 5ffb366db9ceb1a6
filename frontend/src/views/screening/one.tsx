/** One name, screened as it is typed. */
import { useEffect, useState } from "react";
import { API } from "../../api/client";
import { usePosted } from "../../api/posted";
import type { Shapes } from "../../api/shapes";
import { Filter } from "../../parts/filter";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Empty, ProblemBox } from "../../parts/waiting";
import { address, ask, searchOf } from "../../route";
import { Candidate, type Asked } from "./candidate";
import { Compared } from "./compared";
import { Terms, termsOf } from "./terms";

const PAUSE = 200; // milliseconds after the last key
const FIELDS = ["birth", "country", "ids", "schema", "gender", "address"] as const;

export function One({ query }: { readonly query: URLSearchParams }) {
  const name = query.get("q") ?? "";
  const [typed, setTyped] = useState(name);
  const [round, setRound] = useState(0);
  const [session] = useState(() => Math.random().toString(36).slice(2)); // the log has one run for all that is typed in one go
  const asked = questionOf(query);
  const terms = termsOf(query);
  const isAsked = name.trim() !== "";
  const body = isAsked ? { queries: [asked], ...terms, limit: 20, session } : null;
  const { data, problem, isLoading } = usePosted<Shapes["Screenings"]>("/screenings", body, 0, round);
  useEffect(() => {
    const timer = setTimeout(() => ask({ q: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys({ n: { does: "type another name", act: () => document.querySelector<HTMLInputElement>("#screened")?.select() } });

  const row = isAsked ? data?.results[0] : undefined;
  return (
    <>
      <div className="filters">
        <label>
          Name, in any script
          <input id="screened" type="search" size={36} dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
        </label>
        <Filter name="birth" label="Born (1969, 1969-05-12)" />
        <Filter name="country" label="Country" />
        <Filter name="ids" label="Papers (numbers)" />
        <Filter name="schema" label="Kind" options={["Person", "Organization", "Vessel", "Airplane"]} />
        <Filter name="gender" label="Gender" options={["male", "female"]} />
        <Filter name="address" label="Address" />
        <Terms />
      </div>
      {problem && <ProblemBox problem={problem} />}
      {!isAsked && <Teaches />}
      {row && data && (
        <div aria-busy={isLoading}>
          <p className="from" role="status">
            {row.results.length === 0 ? "No entry in force is like it." : `${row.results.length} may be meant`} · against {data.releases.join(", ")}
          </p>
          {row.remarks?.map((remark) => (
            <p key={remark} className="warning">
              ⚠ {remark}
            </p>
          ))}
          {row.results.length > 1 && <Compared of={row.results} />}
          {row.results.map((one) => (
            <Candidate key={one.entry} of={one} asked={asked} cleared={() => setRound((before) => before + 1)} />
          ))}
          <Apart of={row.cleared ?? []} />
        </div>
      )}
    </>
  );
}

/** What a person set apart before, with who did and why; it can be taken back in the log. */
function Apart({ of: apart }: { readonly of: NonNullable<Shapes["Screenings"]["results"][number]["cleared"]> }) {
  if (apart.length === 0) return null;
  return (
    <section aria-label="Set apart before">
      <p className="from">Set apart before, with a reason, and left out:</p>
      <ul className="from">
        {apart.map(({ entry, judgement }) => (
          <li key={entry} dir="auto">
            <Link to={address(["lists", "entry", entry])}>{entry}</Link>: {judgement.reason} ({judgement.by}, {judgement.at.slice(0, 10)};{" "}
            <Link to={address(["log"], { about: judgement.about })}>take it back in the log</Link>)
          </li>
        ))}
      </ul>
    </section>
  );
}

function Teaches() {
  return (
    <Empty>
      <p>Type a name, in any script; a year of birth, a country or the number of a paper narrows it.</p>
      <p>
        For example <Link to={address(["screening"], { q: "Abdul Aziz", birth: "1969" })}>Abdul Aziz, born 1969</Link>. An alert is a question: it
        says what agrees, what differs and what is missing, and waits for a person. Programs ask <code>POST {API}/screenings</code>.
      </p>
    </Empty>
  );
}

/** Give the question of an address; what is not said is not asked. */
function questionOf(query: URLSearchParams): Asked {
  const [birth, country, ids, schema, gender, place] = FIELDS.map((name) => query.get(name)?.trim() ?? "");
  const papers = (ids ?? "").split(/[,;]+/).map((one) => one.trim()).filter(Boolean);
  return {
    query: query.get("q") ?? "",
    ...(birth && { dob: birth }),
    ...(country && { country }),
    ...(papers.length > 0 && { ids: papers }),
    ...(schema && { schema }),
    ...(gender && { gender }),
    ...(place && { address: place }),
  };
}

/** Give the address of a question: a row of a file, asked alone. */
export function addressOf(asked: Asked): string {
  const { query, dob, country, ids, schema, gender, address: place } = asked;
  return `${address(["screening"])}?${searchOf({ q: query, birth: dob, country, ids: ids?.join("; "), schema, gender, address: place })}`;
}
