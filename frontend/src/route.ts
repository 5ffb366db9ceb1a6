/** Where the page is: the address holds the whole state of a view, so that it can be sent to somebody. */
import { useSyncExternalStore } from "react";

export const BASE = "/app";

export interface Route {
  /** The first part of the path: which view; "" is home. */
  readonly view: string;
  /** What follows it: an id, most often. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

const CHANGED = "sayso:route";

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  return parsed(address);
}

function subscribe(changed: () => void): () => void {
  addEventListener("popstate", changed);
  addEventListener(CHANGED, changed);
  return () => {
    removeEventListener("popstate", changed);
    removeEventListener(CHANGED, changed);
  };
}

export function parsed(address: string): Route {
  const [path = "", search = ""] = address.split("?", 2);
  const parts = path.slice(BASE.length).split("/").filter(Boolean).map(decoded);
  const [view = "", ...rest] = parts;
  return { view, rest, query: new URLSearchParams(search) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not encoded as it should be: taken as it stands
  }
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Write a query; what is empty is left out, and several values are written one by one. */
export function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value as readonly string[]) search.append(name, one);
    else if (value !== null && value !== undefined && value !== "" && value !== false) search.set(name, String(value));
  }
  return search.toString();
}

/** Give the address of a view: `address(["entities", id], { tab: "ties" })`. */
export function address(parts: readonly string[], query: Query = {}): string {
  const path = [BASE, ...parts.map(encodeURIComponent)].join("/");
  const asked = searchOf(query);
  return (parts.length === 0 ? `${BASE}/` : path) + (asked ? `?${asked}` : "");
}

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (to === location.pathname + location.search) return;
  const before = location.pathname;
  history[how === "push" ? "pushState" : "replaceState"](null, "", to);
  dispatchEvent(new Event(CHANGED));
  if (location.pathname !== before) scrollTo(0, 0); // another view begins at its top; more of the same stays where one is
}

/** Change some of the query where one is; what is empty goes out of the address. */
export function ask(changes: Query, how: "push" | "replace" = "replace"): void {
  const { view, rest, query } = parsed(location.pathname + location.search);
  go(address([view, ...rest].filter(Boolean), { ...Object.fromEntries(query), ...changes }), how);
}
