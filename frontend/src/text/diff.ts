/** Two wordings as one text: what stayed, what went, what came; word by word. */

export interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** More words than this squared would take too long: such texts stand whole, one after the other. */
const MOST_WORDS = 2_000;

export function diff(old: string, now: string): readonly Piece[] {
  const [before, after] = [words(old), words(now)];
  if (before.length > MOST_WORDS || after.length > MOST_WORDS) {
    return [
      { kind: "gone", text: old },
      { kind: "new", text: now },
    ];
  }
  return together(walked(before, after, common(before, after)));
}

/** Words with the space behind them. */
function words(text: string): readonly string[] {
  return text.match(/\S+\s*/gu) ?? [];
}

/** Give, for each pair of places, how many words in a row both have in common from there on. */
function common(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const here = lengths[i] as Uint16Array;
      const below = lengths[i + 1] as Uint16Array;
      const isSame = before[i]?.trim() === after[j]?.trim();
      here[j] = isSame ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return lengths;
}

function* walked(before: readonly string[], after: readonly string[], lengths: readonly Uint16Array[]): Generator<Piece> {
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && now !== undefined && old.trim() === now.trim()) {
      yield { kind: "same", text: now };
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      yield { kind: "gone", text: old };
      i += 1;
    } else if (now !== undefined) {
      yield { kind: "new", text: now };
      j += 1;
    }
  }
}

function together(pieces: Iterable<Piece>): readonly Piece[] {
  const found: { kind: Piece["kind"]; text: string }[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
