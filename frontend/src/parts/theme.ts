/** Light or dark: as the system has it, unless the reader says otherwise in this browser. */
export type Theme = "system" | "light" | "dark";

const KEY = "sayso-theme";

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  showTheme();
}

export function showTheme(): void {
  const chosen = theme();
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}
