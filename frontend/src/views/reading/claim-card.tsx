/** One claim beside its text: who says what, how surely, what became of it, and what can be decided. */
import { memo, useEffect, useRef, type ReactNode } from "react";
import type { ClaimTold, DocumentWhole } from "../../api/shapes";
import { DONE } from "../../deciding/decide";
import { Changes } from "../../parts/changes";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { chainOf, FACTUALITY } from "../../parts/said";
import { address, ask } from "../../route";
import { showWithin } from "./show-within";

interface Props {
  readonly claim: ClaimTold;
  readonly parties: DocumentWhole["parties"];
  readonly isAt: boolean;
  /** What can be done with it; shown where it is selected. */
  readonly tools: ReactNode;
}

export const ClaimCard = memo(function ClaimCard({ claim, parties, isAt, tools }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isAt) return;
    showWithin(box.current, "nearest");
    // Chosen by its own button, it hands the focus on, so that Enter accepts and does not close it again.
    if (box.current?.contains(document.activeElement)) box.current.querySelector<HTMLElement>(".main")?.focus({ preventScroll: true });
  }, [isAt]);
  return (
    <article ref={box} className={isAt ? "claim at" : "claim"} data-claim={claim.id} aria-current={isAt || undefined}>
      <button type="button" className="says" onClick={() => ask({ claim: isAt ? null : claim.id, edit: null })} aria-expanded={isAt}>
        <span dir="auto">{claim.says}</span>
      </button>
      <p className="from">
        {claim.status && <Status of={claim.status} />}{" "}
        {claim.judgement ? `${DONE[claim.judgement.verdict]} by ${claim.judgement.by}` : "machine-read draft"} · read with
        confidence {claim.confidence.toFixed(2)}
      </p>
      {isAt && (
        <>
          <Details claim={claim} parties={parties} />
          {tools}
        </>
      )}
    </article>
  );
});

function Details({ claim, parties }: Pick<Props, "claim" | "parties">) {
  return (
    <dl className="facts">
      <dt>Said by</dt>
      <dd>
        <bdi>{chainOf(claim)}</bdi>
      </dd>
      <dt>How surely</dt>
      <dd>
        {claim.factuality}: {FACTUALITY[claim.factuality]}; {claim.modality.replaceAll("_", " ")}; {claim.realis}
      </dd>
      {Object.entries(claim.arguments).map(([role, of]) => (
        <Filled key={role} role={role} of={typeof of === "string" ? [of] : of} claim={claim} parties={parties} />
      ))}
      <Fact name="When" value={claim.time} />
      <Fact name="Where" value={claim.place && [claim.place.name, claim.place.code && `(${claim.place.code})`].filter(Boolean).join(" ")} />
      <Fact name="How many" value={claim.quantity?.text} />
      <Fact name="Found by" value={`${claim.extractor}; ${claim.locator}`} />
      <Changes of={claim.edits} />
      {claim.finding && (
        <>
          <dt>Finding</dt>
          <dd>
            <Link to={address(["findings", claim.finding])}>all who say it, and who deny it</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null | undefined }) {
  if (!value) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}

interface FilledProps extends Pick<Props, "claim" | "parties"> {
  readonly role: string;
  readonly of: readonly string[];
}

/** Who fills a role, with how each stands to the lists and why. */
function Filled({ role, of, claim, parties }: FilledProps) {
  return (
    <>
      <dt>{role[0]?.toUpperCase() + role.slice(1).replaceAll("_", " ")}</dt>
      <dd>
        {of.map((id) => {
          const party = parties[id];
          const name = claim.names[id];
          return (
            <div key={id}>
              {name === undefined ? <bdi>“{id}”</bdi> : <Named party={{ id, name }} standing={party?.standing ?? null} />}
              {party && party.reasons.length > 0 && (
                <details>
                  <summary>Why {party.standing}</summary>
                  <ul>
                    {party.reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          );
        })}
      </dd>
    </>
  );
}
