/** Keys of the workbench: each view says its own; `?` shows those that hold now. */
import { useEffect, useRef } from "react";

export interface Key {
  readonly does: string;
  readonly act: () => void;
}

export type Keys = Readonly<Record<string, Key>>;

const layers: { current: Keys }[] = [];
const WAIT = 800; // milliseconds for the second key of "g n"
let first = "";
let firstAt = 0;

/** Let keys hold while the part is on screen; the latest part wins. */
export function useKeys(keys: Keys): void {
  const layer = useRef(keys);
  layer.current = keys;
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** Give what holds now, the latest part's first. */
export function keysNow(): [string, string][] {
  const all = new Map<string, string>();
  for (const layer of [...layers].reverse()) {
    for (const [key, { does }] of Object.entries(layer.current)) if (!all.has(key)) all.set(key, does);
  }
  return [...all];
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const both = Date.now() - firstAt < WAIT ? `${first} ${event.key}` : event.key;
  const key = find(both) ?? find(event.key);
  first = key === undefined ? event.key : "";
  firstAt = Date.now();
  if (key === undefined) return;
  event.preventDefault();
  key.act();
}

function find(key: string): Key | undefined {
  return [...layers].reverse().map((layer) => layer.current[key]).find((one) => one !== undefined);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function listenToKeys(): () => void {
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}
