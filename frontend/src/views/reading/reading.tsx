/** One document read beside its claims: each leads to the other, and each can be decided on. */
import { useMemo } from "react";
import { useAnswer } from "../../api/answer";
import type { DocumentWhole } from "../../api/shapes";
import { Head } from "../../parts/head";
import { Answer } from "../../parts/waiting";
import { API } from "../../api/client";
import { ask } from "../../route";
import { Claims } from "./claims";
import { lightUp } from "./light-up";
import { MarkedText } from "./marked-text";
import { Sheets } from "./sheets";
import "./reading.css";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Reading({ id, query }: Props) {
  const document = useAnswer("/api/v1/documents/{document_id}", { document_id: id });
  return (
    <Answer of={document} isWhole>
      {(whole) => <Read whole={whole} query={query} />}
    </Answer>
  );
}

function Read({ whole, query }: { readonly whole: DocumentWhole; readonly query: URLSearchParams }) {
  const { document } = whole;
  const claims = useMemo(() => [...whole.claims].sort((a, b) => a.start - b.start || a.end - b.end), [whole.claims]);
  const at = claims.find((claim) => claim.id === query.get("claim")) ?? null;
  const isEditing = query.get("edit") === "words" && at !== null;
  const asPages = query.get("as") === "pages" && whole.has_pages && !isEditing;
  const path = `/documents/${encodeURIComponent(document.id)}`;
  return (
    <>
      <Head
        title={document.name}
        lead={[document.publisher, document.published, document.kind, document.handling].filter(Boolean).join(" · ")}
        csv={`/claims.csv?document=${encodeURIComponent(document.id)}`}
        json={path}
        cite={`${document.publisher ?? "Unknown"}, “${document.name}”${document.published ? `, ${document.published}` : ""}`}
      >
        {whole.has_pages && (
          <button type="button" aria-pressed={asPages} onClick={() => ask({ as: asPages ? null : "pages", edit: null })}>
            Pages <kbd>p</kbd>
          </button>
        )}
        <a className="button" href={`${API}${path}/original`} download>
          Original
        </a>
      </Head>
      {[document.notice, ...whole.remarks].filter(Boolean).map((remark) => (
        <p key={remark} className="from">
          {remark}
        </p>
      ))}
      <div className="reading" {...lightUp()}>
        <div className="page" tabIndex={0} role="region" aria-label="Text of the document">
          {asPages ? (
            <Sheets document={document.id} claims={claims} at={at?.id ?? null} />
          ) : (
            <MarkedText whole={whole} claims={claims} at={at?.id ?? null} passage={query.get("passage")} />
          )}
        </div>
        <Claims whole={whole} claims={claims} at={at} isEditing={isEditing} asPages={asPages} sought={query.get("claim")} />
      </div>
    </>
  );
}
