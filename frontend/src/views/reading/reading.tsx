/** One document read beside its claims: each leads to the other, and each can be decided on. */
import { useMemo } from "react";
import { useAnswer } from "../../api/answer";
import type { ClaimTold, DocumentWhole } from "../../api/shapes";
import { useDecide } from "../../deciding/use-decide";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Answer, Empty } from "../../parts/waiting";
import { API } from "../../api/client";
import { ask } from "../../route";
import { ClaimCard } from "./claim-card";
import { MarkedText } from "./marked-text";
import { Sheets } from "./sheets";
import "./reading.css";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Reading({ id, query }: Props) {
  const document = useAnswer("/api/v1/documents/{document_id}", { document_id: id });
  return <Answer of={document} isWhole>{(whole) => <Read whole={whole} query={query} />}</Answer>;
}

function Read({ whole, query }: { readonly whole: DocumentWhole; readonly query: URLSearchParams }) {
  const { document } = whole;
  const claims = useMemo(() => [...whole.claims].sort((a, b) => a.start - b.start), [whole.claims]);
  const at = claims.find((claim) => claim.id === query.get("claim")) ?? null;
  const [decide, dialog] = useDecide();
  const asPages = query.get("as") === "pages" && whole.has_pages;

  function step(by: number): void {
    const place = at === null ? (by > 0 ? -1 : claims.length) : claims.indexOf(at);
    const next = claims[Math.min(Math.max(place + by, 0), claims.length - 1)];
    if (next !== undefined) ask({ claim: next.id });
  }
  function on(verdict: "accept" | "reject"): void {
    if (at === null) return;
    decide({ decision: { about: at.id, verdict, seen: at.judgement?.id ?? null }, says: at.says, done: () => step(1) });
  }
  useKeys({
    j: { does: "next claim", act: () => step(1) },
    k: { does: "claim before", act: () => step(-1) },
    Enter: { does: "accept the claim, and on to the next", act: () => on("accept") },
    x: { does: "reject the claim as misread", act: () => on("reject") },
    p: { does: "pages or text", act: () => ask({ as: asPages ? null : "pages" }) },
  });

  return (
    <>
      <Head
        title={document.name}
        lead={[document.publisher, document.published, document.kind, document.handling].filter(Boolean).join(" · ")}
        cite={`${document.publisher ?? "Unknown"}, “${document.name}”${document.published ? `, ${document.published}` : ""}`}
      >
        {whole.has_pages && (
          <button type="button" aria-pressed={asPages} onClick={() => ask({ as: asPages ? null : "pages" })}>
            Pages <kbd>p</kbd>
          </button>
        )}
        <a className="button" href={`${API}/documents/${encodeURIComponent(document.id)}/original`} download>
          Original
        </a>
      </Head>
      {document.notice && <p className="from">{document.notice}</p>}
      {whole.remarks.map((remark) => (
        <p key={remark} className="from">
          {remark}
        </p>
      ))}
      <div className="reading">
        <div className="page" tabIndex={0} role="region" aria-label="Text of the document">
          {asPages ? (
            <Sheets document={document.id} at={at?.id ?? null} />
          ) : (
            <MarkedText whole={whole} claims={claims} at={at?.id ?? null} passage={query.get("passage")} />
          )}
        </div>
        <div className="claims" tabIndex={0} role="region" aria-label="Claims of the document">
          <h2>
            {claims.length} {claims.length === 1 ? "claim" : "claims"}
          </h2>
          {claims.length === 0 && <Empty>No claim was read from this document.</Empty>}
          {claims.map((claim: ClaimTold) => (
            <ClaimCard key={claim.id} claim={claim} isAt={claim === at} decide={decide} />
          ))}
          {whole.refused.length > 0 && (
            <details className="refused">
              <summary>What was refused, and why</summary>
              <ul>
                {whole.refused.map((one) => (
                  <li key={one.reason}>
                    {one.count} × {one.reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
      {dialog}
    </>
  );
}
