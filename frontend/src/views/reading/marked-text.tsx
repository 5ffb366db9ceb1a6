/** The text of a document, passage by passage, with the words of its claims marked. */
import { memo, useEffect, useMemo, useRef } from "react";
import type { ClaimTold, DocumentWhole } from "../../api/shapes";
import { ask } from "../../route";
import { toUnits } from "../../text/offsets";
import { segments, type Mark } from "../../text/segments";
import { showWithin } from "./show-within";

interface Props {
  readonly whole: DocumentWhole;
  readonly claims: readonly ClaimTold[];
  readonly at: string | null;
  /** A passage to begin at. */
  readonly passage: string | null;
}

export function MarkedText({ whole, claims, at, passage }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const units = useMemo(() => toUnits(whole.text), [whole.text]);
  const marks = useMemo(() => claims.flatMap((claim) => marksOf(claim, units)), [claims, units]);
  const own = useMemo(() => byPassage(whole, marks, units), [whole, marks, units]);
  useEffect(() => {
    const sought = at === null ? passage && `[data-passage="${CSS.escape(passage)}"]` : `[data-claims~="${CSS.escape(at)}"]`;
    if (sought) showWithin(box.current?.querySelector(sought), "center");
  }, [at, passage]);
  return (
    <div ref={box} onClick={chosen}>
      {own.map(({ id, kind, start, end, marks: here }) => (
        <Passage
          key={id}
          id={id}
          kind={kind}
          text={whole.text.slice(start, end)}
          start={start}
          marks={here}
          at={here.some((mark) => mark.id === at) ? at : null}
        />
      ))}
    </div>
  );
}

/** Select the claim whose words were clicked; clicked again, the next one that has them. */
function chosen(event: React.MouseEvent): void {
  const words = (event.target as HTMLElement).closest<HTMLElement>("[data-claims]");
  const ids = words?.dataset["claims"]?.split(" ") ?? [];
  if (ids.length === 0 || !getSelection()?.isCollapsed) return;
  const now = new URLSearchParams(location.search).get("claim");
  ask({ claim: ids[(ids.indexOf(now ?? "") + 1) % ids.length], edit: null });
}

function marksOf(claim: ClaimTold, units: (one: number) => number): Mark[] {
  return claim.content.pieces.map(([start, end]) => ({ id: claim.id, start: units(start), end: units(end) }));
}

function byPassage(whole: DocumentWhole, marks: readonly Mark[], units: (one: number) => number) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let first = 0; // of the marks that may reach into this passage or a later one
  return whole.passages.map((passage) => {
    const [start, end] = [units(passage.start), units(passage.end)];
    while (first < sorted.length && sorted[first]!.end <= start) first += 1;
    let past = first;
    while (past < sorted.length && sorted[past]!.start < end) past += 1;
    const here = sorted.slice(first, past).filter((mark) => mark.end > start);
    return { id: passage.id, kind: passage.kind, start, end, marks: here };
  });
}

interface PassageProps {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly marks: readonly Mark[];
  readonly at: string | null;
}

const Passage = memo(function Passage({ id, kind, text, start, marks, at }: PassageProps) {
  const cut = segments(start, start + text.length, marks);
  return (
    <p className="passage" data-kind={kind} data-passage={id} data-start={start} dir="auto">
      {cut.map((segment) => {
        const words = text.slice(segment.start - start, segment.end - start);
        if (segment.ids.length === 0) return words;
        return (
          <mark
            key={segment.start}
            data-claims={segment.ids.join(" ")}
            data-many={segment.ids.length > 1 || undefined}
            className={at !== null && segment.ids.includes(at) ? "at" : undefined}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
});
