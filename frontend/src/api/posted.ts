/** What the server answers to a question that is too long for an address: asked when the writing pauses. */
import { useEffect, useState } from "react";
import { post, Problem } from "./client";

export interface Posted<T> {
  /** The last answer; it stays while a newer one is awaited. */
  readonly data: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

/**
 * Post a body whenever it differs from the last one, after a pause in milliseconds; null asks nothing.
 * The same body is posted anew where `round` is another.
 */
export function usePosted<T>(path: string, body: unknown, pause: number, round = 0): Posted<T> {
  const [state, setState] = useState<Posted<T>>({ data: null, problem: null, isLoading: false });
  const sent = body === null ? null : JSON.stringify(body);
  useEffect(() => {
    if (sent === null) {
      setState({ data: null, problem: null, isLoading: false });
      return;
    }
    let isOld = false;
    setState((before) => ({ ...before, isLoading: true }));
    const timer = setTimeout(() => void ask(sent), pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
    async function ask(text: string): Promise<void> {
      try {
        const data = await post<T>(path, JSON.parse(text));
        if (!isOld) setState({ data, problem: null, isLoading: false });
      } catch (bad) {
        const problem = bad instanceof Problem ? bad : new Problem(0, "Not asked", String(bad));
        if (!isOld) setState((before) => ({ data: before.data, problem, isLoading: false }));
      }
    }
  }, [path, sent, pause, round]);
  return state;
}
