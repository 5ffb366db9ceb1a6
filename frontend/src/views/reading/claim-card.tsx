/** One claim beside its text: who says what, how surely, what became of it, and what can be decided. */
import { memo, useEffect, useRef } from "react";
import type { ClaimTold } from "../../api/shapes";
import { DONE, type Decision } from "../../deciding/decide";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { chainOf, FACTUALITY } from "../../parts/said";
import { address, ask } from "../../route";

interface Props {
  readonly claim: ClaimTold;
  readonly isAt: boolean;
  readonly decide: (asked: { decision: Decision; says: string }) => void;
}

export const ClaimCard = memo(function ClaimCard({ claim, isAt, decide }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAt) box.current?.scrollIntoView({ block: "nearest" });
  }, [isAt]);
  const seen = claim.judgement?.id ?? null;
  return (
    <article ref={box} className={isAt ? "claim at" : "claim"} aria-current={isAt || undefined}>
      <button type="button" className="says" onClick={() => ask({ claim: isAt ? null : claim.id })} aria-expanded={isAt}>
        <span dir="auto">{claim.says}</span>
      </button>
      <p className="from">
        {claim.status && <Status of={claim.status} />} {claim.judgement ? `${DONE[claim.judgement.verdict]} by ${claim.judgement.by}` : "machine-read draft"} · confidence{" "}
        {claim.confidence.toFixed(2)}
      </p>
      {isAt && (
        <>
          <dl className="facts">
            <dt>Says</dt>
            <dd>
              <bdi>{chainOf(claim)}</bdi>
            </dd>
            <dt>Holds it</dt>
            <dd>
              {claim.factuality}: {FACTUALITY[claim.factuality]}; {claim.modality.replaceAll("_", " ")}; {claim.realis}
            </dd>
            {claim.time && (
              <>
                <dt>When</dt>
                <dd>{claim.time}</dd>
              </>
            )}
            {claim.place && (
              <>
                <dt>Where</dt>
                <dd>
                  <bdi>{claim.place.name}</bdi> {claim.place.code && `(${claim.place.code})`}
                </dd>
              </>
            )}
            {claim.quantity && (
              <>
                <dt>How many</dt>
                <dd>{claim.quantity.text}</dd>
              </>
            )}
            <dt>Found by</dt>
            <dd>
              {claim.extractor}; {claim.locator}
            </dd>
            {claim.edits.map((edit) => (
              <div key={edit.id} className="pair">
                <dt>Set right</dt>
                <dd>
                  {Object.entries(edit.changes).map(([slot, value]) => `${slot}: ${value}`).join("; ")}, by {edit.by}: {edit.reason}
                </dd>
              </div>
            ))}
          </dl>
          <div className="tools">
            <button type="button" className="main" onClick={() => decide({ decision: { about: claim.id, verdict: "accept", seen }, says: claim.says })}>
              Accept <kbd>Enter</kbd>
            </button>
            <button type="button" onClick={() => decide({ decision: { about: claim.id, verdict: "reject", seen }, says: claim.says })}>
              Reject <kbd>x</kbd>
            </button>
            {claim.finding && (
              <Link className="button" to={address(["findings", claim.finding])}>
                Finding
              </Link>
            )}
            <Link className="button" to={address(["claims", claim.id])}>
              Edit
            </Link>
          </div>
        </>
      )}
    </article>
  );
});
