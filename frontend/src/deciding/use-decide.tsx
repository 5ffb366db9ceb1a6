/** Lets a view ask for one decision at a time, and take the last one back. */
import { useState, type ReactNode } from "react";
import { useKeys } from "../parts/keys";
import { Decide, DONE, inWords, type Decision, type Judgement } from "./decide";
import { Undo } from "./undo";

interface Asked {
  readonly decision: Decision;
  readonly says: string;
  readonly done?: () => void;
}

/**
 * Give what opens the dialog of a decision, and what is to be shown of it: the dialog while it is open, then what
 * was decided last.
 *
 * @param standing the judgement on what is selected: `u` takes it back; else the last one made here.
 */
export function useDecide(standing: Judgement | null = null): readonly [(asked: Asked) => void, ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [last, setLast] = useState<Judgement | null>(null);
  const [undone, setUndone] = useState<Judgement | null>(null);
  const toUndo = standing ?? last;
  useKeys({ ...(toUndo && { u: { does: "take the decision back", act: () => setUndone(toUndo) } }) });
  return [
    setAsked,
    <>
      {asked && (
        <Decide
          {...asked}
          close={() => setAsked(null)}
          done={(made) => {
            setLast(made);
            asked.done?.();
          }}
        />
      )}
      {undone && (
        <Undo judgement={undone} close={() => setUndone(null)} done={() => setLast(null)} />
      )}
      {last && (
        <aside className="toast" role="status" title={inWords(last)}>
          <span dir="auto">
            {last.about} {DONE[last.verdict]} by {last.by}
          </span>
          <button type="button" onClick={() => setUndone(last)}>
            Take back <kbd>u</kbd>
          </button>
        </aside>
      )}
    </>,
  ];
}
