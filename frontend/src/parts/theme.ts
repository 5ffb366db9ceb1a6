/** Light or dark: as the system has it, unless the reader says otherwise in this browser. */
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "sayso-theme"; // read by public/theme.js too, before anything is painted

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}

/** Say whether the page is dark now: a drawing that is no part of the style sheet is drawn anew. */
export function useDark(): boolean {
  return useSyncExternalStore(listen, () => theme() === "dark" || (theme() === "system" && SYSTEM.matches));
}

const SYSTEM = matchMedia("(prefers-color-scheme: dark)");

function listen(changed: () => void): () => void {
  SYSTEM.addEventListener("change", changed);
  return () => SYSTEM.removeEventListener("change", changed);
}
