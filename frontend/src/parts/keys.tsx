/** Keys of the workbench: each view says its own; `?` shows those that hold now. */
import { useEffect, useRef } from "react";

export interface Key {
  readonly does: string;
  readonly act: () => void;
}

export type Keys = Readonly<Record<string, Key>>;

interface Layer {
  /** Parts are numbered as they are first rendered: a part before those within it. */
  readonly number: number;
  readonly keys: { current: Keys };
}

const layers: Layer[] = [];
let parts = 0;
const WAIT = 800; // milliseconds for the second key of "g n"
let first = "";
let firstAt = 0;

/** Let keys hold while the part is on screen; the innermost part wins, and of others the latest. */
export function useKeys(keys: Keys): void {
  const layer = useRef<Layer | null>(null);
  layer.current ??= { number: ++parts, keys: { current: keys } };
  layer.current.keys.current = keys;
  useEffect(() => {
    const own = layer.current;
    if (own === null) return;
    layers.push(own);
    layers.sort((a, b) => a.number - b.number);
    return () => {
      layers.splice(layers.indexOf(own), 1);
    };
  }, []);
}

/** Give what holds now, the latest part's first. */
export function keysNow(): [string, string][] {
  const all = new Map<string, string>();
  for (const layer of [...layers].reverse()) {
    for (const [key, { does }] of Object.entries(layer.keys.current)) if (!all.has(key)) all.set(key, does);
  }
  return [...all];
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTheirs(event)) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const both = Date.now() - firstAt < WAIT ? `${first} ${event.key}` : event.key;
  const key = find(both) ?? find(event.key);
  awaitSecond(key === undefined ? event.key : "");
  if (key === undefined) return;
  event.preventDefault();
  key.act();
}

/** Remember the first of two keys; while the second is awaited, the page shows which there are. */
function awaitSecond(key: string): void {
  [first, firstAt] = [key, Date.now()];
  document.documentElement.toggleAttribute("data-going", key === "g");
  if (key === "g") setTimeout(() => Date.now() - firstAt >= WAIT && document.documentElement.removeAttribute("data-going"), WAIT);
}

function find(key: string): Key | undefined {
  return [...layers].reverse().map((layer) => layer.keys.current[key]).find((one) => one !== undefined);
}

/** Say whether a key is for what has the focus: a field takes all of them, a button or link Enter and the space bar. */
function isTheirs({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches("input, textarea, select, [contenteditable]")) return true;
  return (key === "Enter" || key === " ") && target.closest("a, button, summary, [role=button], [role=tab]") !== null;
}

export function listenToKeys(): () => void {
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}
