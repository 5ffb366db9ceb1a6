/** What a view shows of the server: asked once, shown at once when known, asked again when it may be old. */
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { get, Problem } from "./client";

export interface Resource<T> {
  readonly data: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  /** Ask again now. */
  readonly again: () => void;
}

interface Kept {
  readonly data: unknown;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  readonly at: number;
}

const NOTHING: Kept = { data: null, problem: null, isLoading: true, at: 0 };
/** Milliseconds after which an answer that is shown again is asked for again. */
const FRESH = 2_000;
const MOST_KEPT = 200;
/** What the frame asks first: where it is refused, the page asks for a token. */
const PROJECT = "/project";
const kept = new Map<string, Kept>();
const running = new Set<string>();
/** What was changed while it was being asked for: its answer may be of before, and is asked for again. */
const outrun = new Set<string>();
/** How many parts of the page show each path. */
const shown = new Map<string, number>();
const listeners = new Set<() => void>();

/** Give what the server answers to GET `path` ("/findings?limit=50"); null asks nothing. */
export function useResource<T>(path: string | null): Resource<T> {
  const state = useSyncExternalStore(subscribe, () => (path === null ? NOTHING : (kept.get(path) ?? NOTHING)));
  useEffect(() => (path === null ? undefined : show(path)), [path]);
  const again = useCallback(() => {
    if (path !== null) void ask(path);
  }, [path]);
  return { data: state.data as T | null, problem: state.problem, isLoading: path !== null && state.isLoading, again };
}

/** Say that something was changed: what is on screen is asked for again, the rest when it is shown. */
export function changed(): void {
  for (const [path, state] of kept) kept.set(path, { ...state, at: 0 });
  for (const path of shown.keys()) void ask(path);
}

function show(path: string): () => void {
  shown.set(path, (shown.get(path) ?? 0) + 1);
  if (Date.now() - (kept.get(path) ?? NOTHING).at > FRESH) void ask(path);
  return () => {
    const left = (shown.get(path) ?? 1) - 1;
    if (left > 0) shown.set(path, left);
    else shown.delete(path);
  };
}

async function ask(path: string): Promise<void> {
  if (running.has(path)) return void outrun.add(path);
  running.add(path);
  const before = kept.get(path) ?? NOTHING;
  put(path, { ...before, isLoading: true });
  try {
    put(path, { data: await get<unknown>(path), problem: null, isLoading: false, at: Date.now() });
  } catch (bad) {
    const problem = bad instanceof Problem ? bad : new Problem(0, "Not read", String(bad));
    put(path, { data: before.data, problem, isLoading: false, at: Date.now() });
    if (problem.status === 401 && path !== PROJECT) void ask(PROJECT); // which then asks for a token
  } finally {
    running.delete(path);
    if (outrun.delete(path)) void ask(path);
  }
}

function put(path: string, state: Kept): void {
  kept.delete(path); // the newest stands last
  kept.set(path, state);
  if (kept.size > MOST_KEPT) {
    const oldest = [...kept.keys()].find((one) => !shown.has(one));
    if (oldest !== undefined) kept.delete(oldest);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
