/** What is chosen in the network: a party with all that is said of it, or a line with its sentences. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { Evidence } from "../../parts/evidence";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { withoutStatus } from "../findings/findings";
import { kindOf, type Edge, type NetworkTold, type Node } from "./looks";
import type { Chosen } from "./stage";

interface Props {
  readonly told: NetworkTold;
  readonly chosen: Chosen;
  readonly expanded: readonly string[];
  readonly expand: (party: string) => void;
}

/** Findings whose sentences are shown at once; the others open. */
const OPEN = 2;

export function Detail({ told, chosen, expanded, expand }: Props) {
  const node = told.nodes.find((one) => one.id === chosen);
  if (node !== undefined) return <Party node={node} edges={told.edges} isOpen={expanded.includes(node.id)} expand={expand} />;
  const ends = (chosen ?? "").split("~");
  const both = told.edges.filter((edge) => ends.length === 2 && ends.includes(edge.source) && ends.includes(edge.target));
  if (both.length === 0) {
    return (
      <p className="lead">
        Choose a party or a line, or walk from party to party: <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
      </p>
    );
  }
  const [one, other] = ends.map((end) => told.nodes.find((party) => party.id === end));
  return (
    <>
      <h2>
        <Named party={one} standing={one?.standing ?? null} /> and <Named party={other} standing={other?.standing ?? null} />
      </h2>
      {both.map((edge, place) => (
        <Sentences key={edge.id} edge={edge} isFirst={place < OPEN} />
      ))}
    </>
  );
}

interface PartyProps {
  readonly node: Node;
  readonly edges: readonly Edge[];
  readonly isOpen: boolean;
  readonly expand: (party: string) => void;
}

function Party({ node, edges, isOpen, expand }: PartyProps) {
  const own = edges.filter((edge) => edge.source === node.id || edge.target === node.id);
  return (
    <>
      <h2>
        <Named party={node} standing={node.standing} />
      </h2>
      <p className="from">
        {kindOf(node.type).word} · {own.length} of its {node.degree} findings are drawn
      </p>
      <p className="tools">
        <button type="button" aria-pressed={isOpen} onClick={() => expand(node.id)}>
          {isOpen ? "Collapse" : "Expand by one step"} <kbd>⏎</kbd>
        </button>
        <Link className="button" to={address(["network"], { about: node.id })}>
          Begin here
        </Link>
      </p>
      {own.map((edge) => (
        <Sentences key={edge.id} edge={edge} isFirst={false} />
      ))}
    </>
  );
}

/** A finding as one line, with who says and who denies it; opened, its sentences. */
function Sentences({ edge, isFirst }: { readonly edge: Edge; readonly isFirst: boolean }) {
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Status of={edge.status} /> <span dir="auto">{withoutStatus(edge.says)}</span>
        <span className="from"> {voicesOf(edge)}</span>
      </summary>
      {isOpen && <Words finding={edge.id} />}
    </details>
  );
}

function Words({ finding }: { readonly finding: string }) {
  const whole = useAnswer("/api/v1/findings/{finding_id}", { finding_id: finding });
  return (
    <Answer of={whole}>
      {({ why }) => (
        <>
          {(["+", "-", "?"] as const).map((stance) => {
            const evidence = why.roots.filter((root) => root.stance === stance).flatMap((root) => root.evidence);
            return (
              evidence.length > 0 && (
                <div key={stance}>
                  <h3>{SIDES[stance]}</h3>
                  <Evidence of={evidence} />
                </div>
              )
            );
          })}
          <p>
            <Link to={address(["findings", finding])}>The finding, whole</Link>
          </p>
        </>
      )}
    </Answer>
  );
}

const SIDES = { "+": "Said", "-": "Said not to be so", "?": "Left open" };

/** "by Meridian Wire; denied by Sarband Authority". */
export function voicesOf({ affirmed_by, denied_by, left_open_by }: Edge): string {
  const voices = [affirmed_by && `by ${affirmed_by}`, denied_by && `denied by ${denied_by}`, left_open_by && `left open by ${left_open_by}`];
  return voices.filter(Boolean).join(" · ");
}
