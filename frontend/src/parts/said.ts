/** Who says a claim, and how surely. */

export interface SourceLink {
  readonly kind: string;
  readonly name?: string | null;
}

export interface Said {
  readonly id: string;
  readonly document: { readonly id: string; readonly title: string; readonly publisher: string | null };
  readonly text: string;
  readonly factuality: string;
  readonly locator: string;
  readonly source_chain: readonly SourceLink[];
}

/** Give who says it, the nearest to the reader first: "Meridian Wire → Idris Wardak". */
export function chainOf(said: Said): string {
  const publisher = said.document.publisher ?? said.document.title;
  const others = said.source_chain.filter((one) => one.kind !== "narrator").map((one) => one.name ?? one.kind);
  return [publisher, ...others].join(" → ");
}

/** What the signs of factuality mean (FactBank). */
export const FACTUALITY: Readonly<Record<string, string>> = {
  "CT+": "certain: so",
  "CT-": "certain: not so",
  "PR+": "probable: so",
  "PR-": "probable: not so",
  "PS+": "possible: so",
  "PS-": "possible: not so",
  CTu: "known, and not said whether",
  Uu: "not committed either way",
};
