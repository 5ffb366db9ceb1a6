/** Hands what is known on to other tools: with who said it on every edge, and what is to be left out. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { API } from "../../api/client";
import { Head } from "../../parts/head";
import { lookOf, Status } from "../../parts/status";
import { Switch } from "../../parts/switch";
import { Making } from "../../parts/made";
import { Table } from "../../parts/table";
import { Link } from "../../parts/link";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";

type Form = AnswerTo<"/api/v1/exports">["results"][number];

const RECORDS = "records";
/** What one may not want to hand on, first. */
const FIRST = ["denied", "unclear", "contested", "disputed_by_third_party", "hedged", "retracted"];

export default function Export({ query }: ViewProps) {
  const exports = useAnswer("/api/v1/exports");
  const project = useAnswer("/api/v1/project");
  const [chosen, setChosen] = useState<Form | null>(null);
  const leftOut = (query.get("leave_out") ?? "").split(",").filter(Boolean);
  const isPublic = query.get("public") === "true";
  const isPrecise = query.get("precise") === "true";
  const narrowed = new URLSearchParams(leftOut.map((status) => ["leave_out", status]));
  if (isPublic) narrowed.set("public", "true");
  if (isPrecise) narrowed.set("precise", "true");
  const whole = new URLSearchParams(isPublic ? { public: "true" } : {});
  return (
    <>
      <Head
        title="Export"
        lead="Status, speakers, words, denials and replies stand on every edge and row, and so do the handling, the licence and the notices of the documents."
      >
        <a className="button" href={`${API}/exports`} download="exports.json">
          JSON
        </a>
      </Head>
      <Answer of={exports}>
        {(told) =>
          project.data?.empty ? (
            <Empty>
              Nothing is held yet that could be handed on: <Link to={address(["add"])}>add documents</Link>. There are {told.total} forms, among them{" "}
              {told.results.slice(0, 5).map((one) => one.title).join(", ")}.
            </Empty>
          ) : (
          <>
            <LeaveOut counts={told.findings} leftOut={leftOut} />
            <div className="filters">
              <Switch name="public" label="For the public: nothing that rests on a document that is not public" />
              <Switch name="precise" label="Points finer than a district" />
            </div>
            <Table
              caption={`${told.total} forms`}
              rows={told.results}
              keyOf={(one) => one.format}
              columns={[
                {
                  name: "Form",
                  cell: (one) => (
                    <button type="button" onClick={() => setChosen(one)}>
                      {one.title}
                    </button>
                  ),
                },
                { name: "What it is", cell: (one) => one.says },
                { name: "In a terminal", cell: (one) => <code>sayso export --to {one.format}</code> },
              ]}
            />
          </>
          )
        }
      </Answer>
      {chosen && (
        <Making
          title={`Export: ${chosen.title}`}
          path={`/exports/${chosen.format}?${(chosen.format === RECORDS ? whole : narrowed).toString()}`}
          body={{}}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}

interface LeaveOutProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly leftOut: readonly string[];
}

/** The switch for findings of some statuses: they go with their claims, and their number is told. */
function LeaveOut({ counts, leftOut }: LeaveOutProps) {
  const statuses = Object.keys(counts).sort((one, other) => place(one) - place(other));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const gone = leftOut.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  function toggle(status: string): void {
    const next = leftOut.includes(status) ? leftOut.filter((one) => one !== status) : [...leftOut, status];
    ask({ leave_out: next.join(",") });
  }
  return (
    <fieldset>
      <legend>Findings that go out; an allegation never goes without its denial</legend>
      <div className="filters">
        {statuses.map((status) => (
          <label key={status} className="switch">
            <input type="checkbox" checked={!leftOut.includes(status)} onChange={() => toggle(status)} aria-label={lookOf(status).word} />{" "}
            <Status of={status} more={` ${(counts[status] ?? 0).toLocaleString("en")}`} />
          </label>
        ))}
      </div>
      <p className="from" role="status">
        {(total - gone).toLocaleString("en")} of {total.toLocaleString("en")} findings go out{gone > 0 && `; ${gone.toLocaleString("en")} are left out with their claims`}.
        Records are always whole.
      </p>
    </fieldset>
  );
}

function place(status: string): number {
  const at = FIRST.indexOf(status);
  return at < 0 ? FIRST.length : at;
}
