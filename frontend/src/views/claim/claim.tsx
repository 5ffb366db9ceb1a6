/** One claim: its words, who says it, how it was read, and what people set right in it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import type { ClaimWhole } from "../../api/shapes";
import { AsEvidence } from "../../deciding/as-evidence";
import { inWords } from "../../deciding/decide";
import { Edit } from "../../deciding/edit";
import { useDecide } from "../../deciding/use-decide";
import { Changes } from "../../parts/changes";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { quoted } from "../../parts/quoted";
import { chainOf, FACTUALITY } from "../../parts/said";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";
import { address, go } from "../../route";
import type { ViewProps } from "..";

export default function Claim({ rest }: ViewProps) {
  const [id] = rest;
  const claim = useAnswer("/api/v1/claims/{claim_id}", id === undefined ? null : { claim_id: id });
  return <Answer of={claim} isWhole>{(told) => <Whole claim={told} />}</Answer>;
}

function Whole({ claim }: { readonly claim: ClaimWhole }) {
  const [decide, decided] = useDecide(claim.judgement);
  const [open, setOpen] = useState<"edit" | "evidence" | null>(null);
  const inText = address(["documents", claim.document.id], { claim: claim.id });
  const on = (verdict: "accept" | "reject") => () =>
    decide({ decision: { about: claim.id, verdict, seen: claim.judgement?.id ?? null }, says: claim.says });
  useKeys({
    Enter: { does: "accept the claim", act: on("accept") },
    x: { does: "reject it as misread", act: on("reject") },
    e: { does: "other words of its sentence", act: () => go(address(["documents", claim.document.id], { claim: claim.id, edit: "words" })) },
    s: { does: "set right how it was read", act: () => setOpen("edit") },
    o: { does: "open it in its text", act: () => go(inText) },
  });
  return (
    <>
      <Head title={claim.says} json={`/claims/${claim.id}`} cite={`${claim.says}; ${claim.document.title}, ${claim.locator}`}>
        <button type="button" onClick={on("accept")}>
          Accept <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={on("reject")}>
          Reject <kbd>x</kbd>
        </button>
        <button type="button" onClick={() => setOpen("edit")}>
          Set right <kbd>s</kbd>
        </button>
        <Link className="button" to={inText}>
          In its text <kbd>o</kbd>
        </Link>
        <button type="button" onClick={() => setOpen("evidence")}>
          As evidence
        </button>
      </Head>
      <blockquote className={claim.factuality.endsWith("-") ? "words negative" : "words"} dir="auto">
        {quoted(claim.text)}
      </blockquote>
      <p className="from">
        <bdi>{chainOf(claim)}</bdi> ·{" "}
        <Link to={address(["documents", claim.document.id], { claim: claim.id })}>
          <bdi>{claim.document.title}</bdi>, {claim.locator}
        </Link>
        {claim.document.notice && ` · ${claim.document.notice}`}
      </p>
      <dl className="facts">
        <dt>Its finding</dt>
        <dd>
          {claim.finding && claim.status ? (
            <>
              <Status of={claim.status} /> <Link to={address(["findings", claim.finding])}>all who say it, and who deny it</Link>
            </>
          ) : (
            "none: it names no two parties, or was rejected"
          )}
        </dd>
        <dt>Stands as</dt>
        <dd>{claim.judgement ? inWords(claim.judgement) : "machine-read draft"}</dd>
        <dt>Parties</dt>
        <dd>
          {Object.entries(claim.arguments).map(([role, of]) => (
            <div key={role}>
              {role.replaceAll("_", " ")}: <Argument of={of} claim={claim} />
            </div>
          ))}
        </dd>
        <dt>Predicate</dt>
        <dd>
          {claim.predicate.replaceAll("_", " ")}
          {claim.kind && ` (${claim.kind})`}
        </dd>
        <dt>How surely</dt>
        <dd>
          {claim.factuality}: {FACTUALITY[claim.factuality]}; {claim.modality.replaceAll("_", " ")}; {claim.realis}
        </dd>
        <dt>When</dt>
        <dd>{claim.time ?? "no time is said"}</dd>
        <dt>Where</dt>
        <dd>{claim.place ? `${claim.place.name}${claim.place.code ? ` (${claim.place.code})` : ""}` : "no place is said"}</dd>
        <dt>Found by</dt>
        <dd>
          {claim.extractor}; confidence {claim.confidence.toFixed(2)}
        </dd>
        <Changes of={claim.edits} />
      </dl>
      {open === "edit" && <Edit claim={claim} close={() => setOpen(null)} />}
      {open === "evidence" && <AsEvidence about={claim.id} says={claim.says} close={() => setOpen(null)} />}
      {decided}
    </>
  );
}

interface ArgumentProps {
  readonly of: string | readonly string[];
  readonly claim: ClaimWhole;
}

function Argument({ of, claim: { parties, names } }: ArgumentProps) {
  const ids = typeof of === "string" ? [of] : of;
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && ", "}
      {names[id] ? <Named party={{ id, name: names[id] }} standing={parties[id]?.standing ?? null} /> : <bdi>“{id}”</bdi>}
    </span>
  ));
}
