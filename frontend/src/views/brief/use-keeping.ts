/** Keeps an outline while it is worked on; a version that somebody else kept is never written over. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem, put } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import type { OutlineTold } from "./outline";

interface Keeping {
  /** How it stands, in words. */
  readonly told: string;
  readonly problem: Problem | null;
  readonly isConflict: boolean;
  readonly again: () => void;
  /** Keep it no more: it was let go. */
  readonly forget: () => void;
}

const PAUSE = 800; // milliseconds after the last step
const CONFLICT = 409;

export function useKeeping(name: string, outline: Shapes["OutlineAsked"], first: OutlineTold): Keeping {
  const now = JSON.stringify(outline);
  const kept = useRef({ text: now, version: first.version });
  const running = useRef(false);
  const latest = useRef(now);
  latest.current = now;
  const [isKept, setKept] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);

  const keep = useCallback(async () => {
    if (running.current || kept.current.text === latest.current) return;
    running.current = true;
    const text = latest.current;
    try {
      const asked = { outline: JSON.parse(text) as unknown, version: kept.current.version };
      const told = await put<OutlineTold>(`/outlines/${encodeURIComponent(name)}`, asked);
      kept.current = { text, version: told.version };
      setProblem(null);
      setKept(text === latest.current);
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not kept", String(bad)));
      return;
    } finally {
      running.current = false;
    }
    if (text !== latest.current) void keep();
  }, [name]);

  const isConflict = problem?.status === CONFLICT;
  useEffect(() => {
    if (now === kept.current.text || isConflict) return;
    setKept(false);
    const timer = setTimeout(() => void keep(), PAUSE);
    return () => clearTimeout(timer);
  }, [now, keep, isConflict]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kept.current.text !== latest.current) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      void keep(); // what was done last, when one goes to another view
    };
  }, [keep]);

  const forget = () => {
    kept.current = { ...kept.current, text: latest.current };
  };
  const file = first.file ?? name;
  const told = problem ? `Not kept: your last steps are in this page alone.` : isKept ? `Kept in ${file}.` : `Keeping ${file}…`;
  return { told, problem, isConflict, again: () => void keep(), forget };
}
