/** One side of a finding: its sources, those that count first, each with its words and why it counts so. */
import type { FindingWhole } from "../../api/shapes";
import { Evidence } from "../../parts/evidence";

type Root = FindingWhole["why"]["roots"][number];

interface Props {
  readonly title: string;
  readonly roots: readonly Root[];
  /** Said where nobody does. */
  readonly none: string;
}

export function Side({ title, roots, none }: Props) {
  const counted = roots.filter((root) => root.independent && !root.concerned).length;
  return (
    <section className="card" aria-label={title}>
      <h2>
        {title} <span className="from">{counted === 1 ? "1 independent source" : `${counted} independent sources`}</span>
      </h2>
      {roots.length === 0 && <p>{none}</p>}
      {roots.map((root) => (
        <div key={root.name}>
          <h3>
            <bdi>{root.name}</bdi> <span className="from">{standingOf(root)}</span>
          </h3>
          <Evidence of={root.evidence} />
          {root.reasons.length > 0 && (
            <details>
              <summary className="from">Why it counts so</summary>
              <ul className="from">
                {root.reasons.map((reason) => (
                  <li key={reason} dir="auto">
                    {reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

function standingOf(root: Root): string {
  const told = [
    root.concerned && "a party concerned, counted apart",
    !root.independent && !root.concerned && "not counted as a source",
    root.hedged && "hedged",
    root.withdrawn && "stands by it no more",
    root.misquoted && "misquotes its primary",
    root.statements > 1 && `${root.statements} statements`,
  ];
  return told.filter(Boolean).join(" · ");
}
