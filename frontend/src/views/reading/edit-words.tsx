/** Chooses other words of a claim's sentence: by marking them in the text, or with the arrow keys. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { ClaimTold } from "../../api/shapes";
import { useKeys } from "../../parts/keys";
import { toCodePoints, toUnits } from "../../text/offsets";
import { selectedStretch, trimmed, wordsOf, type Stretch } from "../../text/words";

interface Props {
  readonly claim: ClaimTold;
  /** Of the document. */
  readonly text: string;
  /** Take the words from here to there, in code points of the text: "120-148". */
  readonly take: (words: string) => void;
  readonly close: () => void;
}

export function EditWords({ claim, text, take, close }: Props) {
  const units = useMemo(() => toUnits(text), [text]);
  const of = (one: { readonly start: number; readonly end: number }): Stretch => ({ start: units(one.start), end: units(one.end) });
  const [sentence, trigger, read] = [of(claim.sentence), of(claim.trigger), of(claim.content)];
  const words = useMemo(() => wordsOf(text, of(claim.sentence)), [claim, text, units]);
  const [{ start, end }, setChosen] = useState<Stretch>(read);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const chosen = () => {
      const selected = selectedStretch();
      if (selected === null || selected.end <= sentence.start || selected.start >= sentence.end) return;
      const within = { start: Math.max(selected.start, sentence.start), end: Math.min(selected.end, sentence.end) };
      const kept = trimmed(text, within);
      if (kept.start < kept.end) setChosen(kept);
    };
    document.addEventListener("selectionchange", chosen);
    return () => document.removeEventListener("selectionchange", chosen);
  }, [sentence.start, sentence.end, text]);

  const fault = faultOf();
  function faultOf(): string | null {
    if (start > trigger.start || end < trigger.end) {
      return `These words lack “${text.slice(trigger.start, trigger.end)}”, which carries the claim. If that is wrong, reject it.`;
    }
    return claim.content.pieces.length < 2 && start === read.start && end === read.end ? "These are the words as they stand." : null;
  }
  function submit(): void {
    const points = toCodePoints(text);
    if (fault === null) take(`${points(start)}-${points(end)}`);
  }
  useKeys({
    Enter: { does: "take these words", act: submit },
    Escape: { does: "leave the words as they are", act: close },
  });

  /** Move one end to the next word, or the one before. */
  function move(which: "start" | "end", by: number): void {
    const places = words.map((word) => word[which]);
    const now = which === "start" ? start : end;
    const next = by > 0 ? places.find((place) => place > now) : places.findLast((place) => place < now);
    if (next === undefined || (which === "start" ? next >= end : next <= start)) return;
    setChosen(which === "start" ? { start: next, end } : { start, end: next });
  }
  /** In a text that runs to the left, the left arrow goes on. */
  function pressed(event: KeyboardEvent): void {
    const right = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (right === 0 || shown.current === null) return;
    const runsLeft = getComputedStyle(shown.current).direction === "rtl";
    move(event.shiftKey ? "start" : "end", runsLeft ? -right : right);
    event.preventDefault();
  }

  return (
    <div ref={box} className="edit-words" role="group" aria-label="Words of the claim" tabIndex={-1} onKeyDown={pressed}>
      <p className="from">Mark other words of this sentence in the text, or move the ends: ← → the last word, Shift ← → the first.</p>
      <p ref={shown} className="words" aria-live="polite" dir="auto">
        {text.slice(sentence.start, start)}
        <mark className="at">{text.slice(start, end)}</mark>
        {text.slice(end, sentence.end)}
      </p>
      <div className="tools">
        <button type="button" aria-label="Begin a word earlier" onClick={() => move("start", -1)}>
          ⇤ first
        </button>
        <button type="button" aria-label="Begin a word later" onClick={() => move("start", 1)}>
          first ⇥
        </button>
        <button type="button" aria-label="End a word earlier" onClick={() => move("end", -1)}>
          ⇤ last
        </button>
        <button type="button" aria-label="End a word later" onClick={() => move("end", 1)}>
          last ⇥
        </button>
        <button type="button" className="main" disabled={fault !== null} onClick={submit}>
          Take these words <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={close}>
          Leave <kbd>Esc</kbd>
        </button>
      </div>
      {fault && (
        <p className="from" role="status">
          {fault}
        </p>
      )}
    </div>
  );
}
