/** Who signs on this machine: kept in the browser, and shown whenever something is signed. */
const KEY = "sayso-by";
/** The last reason given for each kind of decision: offered again, selected, until the page is closed. */
const reasons = new Map<string, string>();

export function signature(): string {
  return localStorage.getItem(KEY) ?? "";
}

export function keepSignature(by: string): void {
  localStorage.setItem(KEY, by);
}

export function reasonFor(kind: string): string {
  return reasons.get(kind) ?? "";
}

export function keepReason(kind: string, reason: string): void {
  reasons.set(kind, reason);
}
