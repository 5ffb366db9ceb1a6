/** What stands against a brief: why it is refused, and every fault, rule by rule. */
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { address } from "../../route";
import { ruleOf, WithIds, type Fault } from "./rules";

interface Props {
  readonly of: Shapes["CheckTold"];
  /** Leads to the sentence of a fault. */
  readonly show: (fault: Fault) => void;
}

const STANDS = ["uncited", "gone"];

export function Checked({ of: told, show }: Props) {
  const count = `${told.faults.length} ${told.faults.length === 1 ? "fault" : "faults"} in ${told.sentences} sentences`;
  const isFinal = !told.faults.some((fault) => STANDS.includes(fault.rule));
  return (
    <>
      {told.refused !== null && (
        <div className="problem" role="alert">
          <h2>{told.brief === null ? "It cannot be written so" : isFinal ? "It cannot be final yet" : "Some lines cannot stand, and are left out below"}</h2>
          <p>
            <WithIds words={told.refused.replace(/^the outline(, line \d+)?: /, "")} />
          </p>
          {told.unsigned.length > 0 && (
            <details>
              <summary>{told.unsigned.length === 1 ? "The line" : `The ${told.unsigned.length} lines`}</summary>
              <ul>
                {told.unsigned.map((line) => (
                  <li key={line} dir="auto">
                    <WithIds words={withoutCommands(line)} />
                  </li>
                ))}
              </ul>
              <p>
                Open each and accept it there, or in <Link to={address(["review"])}>review</Link>.
              </p>
            </details>
          )}
        </div>
      )}
      <p className={told.faults.length === 0 ? "from" : "visually-hidden"} role="status">
        {told.faults.length === 0 ? `✓ No fault in ${told.sentences} sentences.` : count}
      </p>
      {told.faults.length > 0 && (
        <details className="checked">
          <summary>⚠ {count}</summary>
          <ul>
            {told.faults.map((fault, place) => (
              <li key={place}>
                <button type="button" onClick={() => show(fault)}>
                  {fault.paragraph === null ? "in your words" : fault.place}
                </button>{" "}
                <strong>{ruleOf(fault.rule)}:</strong> <WithIds words={withoutCommands(fault.why)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** In the browser one accepts on the page: "`sayso judge c-1 accept --by NAME …`" is told as the claim alone. */
function withoutCommands(words: string): string {
  return words.replace(/`?sayso judge (\S+) accept --by \S+ --reason \S+?`?(?= ;|$|[.,])/g, "accept $1");
}

/** Lead to the paragraph that a fault is in. */
export function showParagraph(fault: Fault): void {
  document.querySelector(`#para-${fault.paragraph ?? 0}`)?.scrollIntoView({ block: "center" });
}
