/** States of an outline, so that each step can be taken back; typing in one place is one step. */
import { useCallback, useState } from "react";

interface States<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Where the last step was; a further one there belongs to it. */
  readonly at: string | null;
}

export interface History<T> {
  readonly now: T;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Take a step; steps at one place (a field that is typed in) are one. */
  readonly change: (next: (now: T) => T, at?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const MOST = 200;

export function useHistory<T>(first: () => T): History<T> {
  const [states, setStates] = useState<States<T>>(() => ({ past: [], now: first(), future: [], at: null }));
  const change = useCallback((next: (now: T) => T, at: string | null = null) => {
    setStates((before) => {
      const now = next(before.now);
      if (now === before.now) return before;
      const isSame = at !== null && at === before.at;
      const past = isSame ? before.past : [...before.past.slice(-MOST), before.now];
      return { past, now, future: [], at };
    });
  }, []);
  const undo = useCallback(() => {
    setStates(({ past, now, future }) => {
      const before = past.at(-1);
      return before === undefined ? { past, now, future, at: null } : { past: past.slice(0, -1), now: before, future: [now, ...future], at: null };
    });
  }, []);
  const redo = useCallback(() => {
    setStates(({ past, now, future }) => {
      const [next, ...rest] = future;
      return next === undefined ? { past, now, future, at: null } : { past: [...past, now], now: next, future: rest, at: null };
    });
  }, []);
  return { now: states.now, canUndo: states.past.length > 0, canRedo: states.future.length > 0, change, undo, redo };
}
