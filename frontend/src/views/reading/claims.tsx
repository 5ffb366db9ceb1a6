/** The claims of a document, beside its text: walked, decided on and set right by keys; and what was refused. */
import { useState } from "react";
import type { ClaimTold, DocumentWhole } from "../../api/shapes";
import { Edit } from "../../deciding/edit";
import { useDecide } from "../../deciding/use-decide";
import type { Decision } from "../../deciding/decide";
import { useKeys } from "../../parts/keys";
import { Empty } from "../../parts/waiting";
import { ask } from "../../route";
import { ClaimCard } from "./claim-card";
import { EditWords } from "./edit-words";

/** Cards that stand before and after the selected one; a long report has thousands. */
const MORE = 100;

interface Props {
  readonly whole: DocumentWhole;
  readonly claims: readonly ClaimTold[];
  readonly at: ClaimTold | null;
  readonly isEditing: boolean;
  readonly asPages: boolean;
  /** The claim that the address names, be it here or not. */
  readonly sought: string | null;
}

export function Claims({ whole, claims, at, isEditing, asPages, sought }: Props) {
  const [decide, decided] = useDecide(at?.judgement ?? null);
  const [isSetting, setSetting] = useState(false);
  const [more, setMore] = useState(MORE);
  const place = at === null ? 0 : claims.indexOf(at);
  const [from, to] = [Math.max(0, place - more), Math.min(claims.length, place + more)];
  const drafts = claims.filter((claim) => claim.judgement === null).length;

  function step(by: number): void {
    const now = at === null ? (by > 0 ? -1 : claims.length) : place;
    const next = claims[Math.min(Math.max(now + by, 0), claims.length - 1)];
    if (next !== undefined) ask({ claim: next.id, edit: null });
  }
  function on(verdict: Decision["verdict"], changes?: Decision["changes"]): void {
    if (at === null) return;
    const decision = { about: at.id, verdict, seen: at.judgement?.id ?? null, ...(changes && { changes }) };
    decide({ decision, says: at.says, done: () => (changes ? ask({ edit: null }) : step(1)) });
  }
  useKeys({
    j: { does: "next claim", act: () => step(1) },
    k: { does: "claim before", act: () => step(-1) },
    ...(whole.has_pages && { p: { does: "pages or text", act: () => ask({ as: asPages ? null : "pages", edit: null }) } }),
    ...(at && {
      Enter: { does: "accept the claim, and on to the next", act: () => on("accept") },
      x: { does: "reject the claim as misread", act: () => on("reject") },
      e: { does: "other words of its sentence", act: () => ask({ edit: "words" }) },
      s: { does: "set right how it was read", act: () => setSetting(true) },
    }),
  });

  const tools = (
    <div className="tools">
      <button type="button" className="main" onClick={() => on("accept")}>
        Accept <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={() => on("reject")}>
        Reject <kbd>x</kbd>
      </button>
      <button type="button" onClick={() => ask({ edit: "words" })}>
        Words <kbd>e</kbd>
      </button>
      <button type="button" onClick={() => setSetting(true)}>
        Set right <kbd>s</kbd>
      </button>
    </div>
  );
  return (
    <div className="claims" tabIndex={0} role="region" aria-label="Claims of the document">
      <h2>
        {claims.length} {claims.length === 1 ? "claim" : "claims"} <span className="from">{drafts} not decided on</span>
      </h2>
      <p className="walk from">
        <kbd>j</kbd> next, <kbd>k</kbd> before
      </p>
      {sought !== null && at === null && (
        <p className="problem" role="alert">
          Claim {sought} is not among these: it was rejected, or the document was read anew. The Log has what was decided.
        </p>
      )}
      {claims.length === 0 && <Empty>No claim was read from this document. What was refused stands below, with the reason.</Empty>}
      {from > 0 && (
        <button type="button" onClick={() => setMore(more + MORE)}>
          {from} before these
        </button>
      )}
      {claims.slice(from, to).map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          parties={whole.parties}
          isAt={claim === at}
          tools={
            claim !== at ? null : isEditing ? (
              <EditWords key={claim.id} claim={claim} text={whole.text} take={(words) => on("edit", { words })} close={() => ask({ edit: null })} />
            ) : (
              tools
            )
          }
        />
      ))}
      {to < claims.length && (
        <button type="button" onClick={() => setMore(more + MORE)}>
          {claims.length - to} after these
        </button>
      )}
      <Refused of={whole.refused} />
      {isSetting && at && <Edit claim={at} close={() => setSetting(false)} />}
      {decided}
    </div>
  );
}

function Refused({ of: refused }: { readonly of: DocumentWhole["refused"] }) {
  if (refused.length === 0) return null;
  const total = refused.reduce((sum, one) => sum + one.count, 0);
  return (
    <details className="refused" open>
      <summary>{total} readings were refused, and why</summary>
      <ul>
        {refused.map((one) => (
          <li key={one.reason}>
            {one.count} × {one.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
