/** The pages of a PDF as pictures, with boxes around the words of its claims. */
import { useEffect, useRef, useState } from "react";
import { useAnswer } from "../../api/answer";
import type { ClaimTold } from "../../api/shapes";
import { API } from "../../api/client";
import { Answer } from "../../parts/waiting";
import { ask } from "../../route";

interface Props {
  readonly document: string;
  readonly claims: readonly ClaimTold[];
  readonly at: string | null;
}

export function Sheets({ document, claims, at }: Props) {
  const pages = useAnswer("/api/v1/documents/{document_id}/pages", { document_id: document });
  return (
    <Answer of={pages}>
      {({ pages: all }) => all.map((page) => <Sheet key={page.number} document={document} claims={claims} at={at} {...page} />)}
    </Answer>
  );
}

interface SheetProps extends Props {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

function Sheet({ document, claims, at, number, width, height }: SheetProps) {
  const [box, isNear] = useNear();
  const sheet = useAnswer(
    "/api/v1/documents/{document_id}/pages/{number}",
    isNear ? { document_id: document, number } : null,
  );
  return (
    <div ref={box} className="sheet" style={{ aspectRatio: `${width} / ${height}` }}>
      {isNear && (
        <>
          <img src={`${API}/documents/${encodeURIComponent(document)}/pages/${number}.png`} alt={`Page ${number}`} />
          <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Claims on page ${number}`}>
            {sheet.data?.claims.map((claim) => (
              <g
                key={claim.id}
                role="button"
                tabIndex={0}
                aria-label={claims.find((one) => one.id === claim.id)?.says ?? claim.id}
                className={claim.id === at ? "at" : undefined}
                data-claims={claim.id}
                onClick={() => ask({ claim: claim.id })}
                onKeyDown={(event) => event.key === "Enter" && ask({ claim: claim.id })}
              >
                {claim.boxes.map(([x0, y0, x1, y1], place) => (
                  <rect key={place} x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
                ))}
              </g>
            ))}
          </svg>
        </>
      )}
    </div>
  );
}

/** Say whether a part is on screen or nearly so; once it was, it stays. */
function useNear() {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const watched = box.current;
    if (watched === null) return;
    const seen = new IntersectionObserver(([one]) => one?.isIntersecting && setNear(true), { rootMargin: "800px" });
    seen.observe(watched);
    return () => seen.disconnect();
  }, []);
  return [box, isNear] as const;
}
