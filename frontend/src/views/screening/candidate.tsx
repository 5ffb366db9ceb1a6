/** One entry that may be meant: what agrees, what differs, what is missing, in the numbers that made its probability. */
import { useState } from "react";
import type { AnswerTo } from "../../api/answer";
import { post } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import { Signed } from "../../deciding/signed";
import { Link } from "../../parts/link";
import { address } from "../../route";

/** A question as it was screened; what was left out is not said. */
export type Asked = Partial<Shapes["Query"]> & Pick<Shapes["Query"], "query">;

export type CandidateTold = AnswerTo<"/api/v1/jobs/{job_id}/results">["results"][number]["results"][number];

interface Props {
  readonly of: CandidateTold;
  /** As whom it was asked for. */
  readonly asked: Asked;
  readonly cleared?: () => void;
  /** What was compared is folded away: there are many. */
  readonly isBrief?: boolean;
}

/** How a ground looks: a sign and a word, as a status does; none of them says that all is well. */
const GROUNDS: Readonly<Record<string, readonly [sign: string, tone: string]>> = {
  confirmed: ["●●", "both"],
  supported: ["●", "both"],
  name_only: ["?", "unclear"],
  contested: ["⇄", "unclear"],
  contradicted: ["✕", "unclear"],
};

export function Candidate({ of: one, asked, cleared, isBrief }: Props) {
  const [isCopied, setCopied] = useState(false);
  const [isClearing, setClearing] = useState(false);
  const [isApart, setApart] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(one.line);
    setCopied(true);
  }
  const Heading = isBrief ? "h3" : "h2"; // among many it stands below its row's
  const [sign, tone] = GROUNDS[one.ground] ?? ["·", "unclear"];
  return (
    <section className="card" aria-label={`${one.name}, ${one.reference}`}>
      <div className="head">
        <Heading>
          <Link to={address(["lists", "entry", one.entry])}>
            <bdi>{one.name}</bdi> ({one.reference})
          </Link>
        </Heading>
        <span>
          <span className="status" data-tone={tone}>
            <span aria-hidden="true">{sign}</span>
            {one.ground.replaceAll("_", " ")}
          </span>{" "}
          probability {one.probability.toFixed(2)}
        </span>
      </div>
      <p dir="auto">{one.says}</p>
      {(one.changed ?? []).length > 0 && (
        <p className="warning">⚠ It was set apart before; since then changed: {one.changed?.join("; ")}</p>
      )}
      {isBrief ? (
        <details>
          <summary>What was compared</summary>
          <Features of={one} />
        </details>
      ) : (
        <Features of={one} />
      )}
      <p className="from">
        {one.list} {one.release} · listed as <bdi>{one.matched_name}</bdi>{" "}
        <button type="button" onClick={() => void copy()}>
          {isCopied ? "Copied" : "Copy the line for the file"}
        </button>{" "}
        {isApart ? (
          <strong>Set apart.</strong>
        ) : (
          <button type="button" onClick={() => setClearing(true)}>
            Not this entry
          </button>
        )}
      </p>
      {isClearing && (
        <Signed
          title="Not this entry"
          send={(signed) => post("/clearings", { query: asked, entry: one.entry, ...signed })}
          close={() => setClearing(false)}
          done={() => {
            setApart(true);
            cleared?.();
          }}
        >
          <p dir="auto">
            “{asked.query}” is not <bdi>{one.name}</bdi> ({one.reference}): the pair stays apart until the entry changes.
          </p>
        </Signed>
      )}
    </section>
  );
}

function Features({ of: one }: { readonly of: CandidateTold }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Comparison with ${one.reference}`}>
      <table>
        <caption>What was compared; the log-odds make the probability, 0 says nothing</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Asked</th>
            <th scope="col">Listed</th>
            <th scope="col">Says</th>
            <th scope="col" className="number">
              Log-odds
            </th>
          </tr>
        </thead>
        <tbody>
          {one.features.map((feature, place) => (
            <tr key={place}>
              <td data-name="What">{feature.name.replaceAll("_", " ")}</td>
              <td data-name="Asked">
                <bdi>{feature.query}</bdi>
              </td>
              <td data-name="Listed">
                <bdi>{feature.entry}</bdi>
              </td>
              <td data-name="Says" dir="auto">
                {feature.note}
              </td>
              <td data-name="Log-odds" className="number">
                {feature.log_odds > 0 ? "+" : ""}
                {feature.log_odds.toFixed(2)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
