/** The decisions that each kind of thing that waits asks for. */
import type { Decision } from "../../deciding/decide";
import type { Item } from "./review";

export interface Choice {
  readonly label: string;
  readonly key: string;
  readonly decision: Decision;
}

/** Give the one that agrees, the one that does not, and that it cannot be told; none for what is no longer here. */
export function choicesOf({ kind, about, other, last: seen }: Item): readonly Choice[] {
  if (kind === "no longer here") return [];
  const on = (label: string, key: string, verdict: Decision["verdict"]): Choice => ({
    label,
    key,
    decision: { about, verdict, seen, ...(other !== null && { other }) },
  });
  if (other !== null) {
    const isEntry = /^[a-z_]+:/.test(other);
    return [
      on("The same party", "Enter", "same"),
      isEntry ? on("Not this entry", "x", "clear") : on("Two parties", "x", "different"),
      on("Cannot be told", "w", "unsure"),
    ];
  }
  return [on("Accept", "Enter", "accept"), on("Reject as misread", "x", "reject"), on("Cannot be told", "w", "unsure")];
}
