/** One claim: its words, who says it, how it was read, and what people set right in it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import type { ClaimTold } from "../../api/shapes";
import { Decide, DONE } from "../../deciding/decide";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { chainOf, FACTUALITY } from "../../parts/said";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Edit } from "./edit";

export default function Claim({ rest }: ViewProps) {
  const [id] = rest;
  const claim = useAnswer("/api/v1/claims/{claim_id}", id === undefined ? null : { claim_id: id });
  return <Answer of={claim} isWhole>{(told) => <Whole claim={told} />}</Answer>;
}

function Whole({ claim }: { readonly claim: ClaimTold }) {
  const [open, setOpen] = useState<"accept" | "reject" | "edit" | null>(null);
  const close = () => setOpen(null);
  const seen = claim.judgement?.id ?? null;
  return (
    <>
      <Head title={claim.says}>
        <button type="button" onClick={() => setOpen("accept")}>
          Accept
        </button>
        <button type="button" onClick={() => setOpen("reject")}>
          Reject
        </button>
        <button type="button" onClick={() => setOpen("edit")}>
          Set right
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
              <Status of={claim.status} /> <Link to={address(["findings", claim.finding])}>{claim.finding}</Link>
            </>
          ) : (
            "none: it names no two parties, or was rejected"
          )}
        </dd>
        <dt>Stands as</dt>
        <dd>{claim.judgement ? `${DONE[claim.judgement.verdict]} by ${claim.judgement.by}: ${claim.judgement.reason}` : "machine-read draft"}</dd>
        <dt>Parties</dt>
        <dd>
          {Object.entries(claim.arguments).map(([role, of]) => (
            <span key={role}>
              {role.replaceAll("_", " ")}: <Argument of={of} names={claim.names} />{" "}
            </span>
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
        {claim.edits.map((edit) => (
          <div key={edit.id} className="pair">
            <dt>Set right</dt>
            <dd>
              {Object.entries(edit.changes).map(([slot, value]) => `${slot}: ${value || "none"}`).join("; ")} by {edit.by},{" "}
              {edit.at.slice(0, 10)}: {edit.reason}
            </dd>
          </div>
        ))}
      </dl>
      {(open === "accept" || open === "reject") && (
        <Decide decision={{ about: claim.id, verdict: open, seen }} says={claim.says} close={close} />
      )}
      {open === "edit" && <Edit claim={claim} close={close} />}
    </>
  );
}

interface ArgumentProps {
  readonly of: string | readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

function Argument({ of, names }: ArgumentProps) {
  const ids = typeof of === "string" ? [of] : of;
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && ", "}
      {names[id] ? (
        <Link to={address(["entities", id])}>
          <bdi>{names[id]}</bdi>
        </Link>
      ) : (
        <bdi>“{id}”</bdi>
      )}
    </span>
  ));
}
