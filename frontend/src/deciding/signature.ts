/** Who signs on this machine: kept in the browser, and shown whenever something is signed. */
const KEY = "sayso-by";

export function signature(): string {
  return localStorage.getItem(KEY) ?? "";
}

export function keepSignature(by: string): void {
  localStorage.setItem(KEY, by);
}
