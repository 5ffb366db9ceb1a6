/** The server counts Unicode code points; the browser counts UTF-16 units. Converted here, and nowhere else. */

/** Give what turns an offset in code points of this text into one in UTF-16 units. */
export function toUnits(text: string): (codePoint: number) => number {
  const pairs = pairsOf(text).map((unit, before) => unit - before); // in code points
  return pairs.length === 0 ? (one) => one : (one) => one + countBelow(pairs, one);
}

/** Give what turns an offset in UTF-16 units of this text into one in code points. */
export function toCodePoints(text: string): (unit: number) => number {
  const pairs = pairsOf(text);
  return pairs.length === 0 ? (one) => one : (one) => one - countBelow(pairs, one);
}

/** Give where, in UTF-16 units, the signs begin that take two of them. */
function pairsOf(text: string): readonly number[] {
  const found: number[] = [];
  for (let unit = 0; unit < text.length; unit++) if (isPair(text, unit)) found.push(unit++);
  return found;
}

function isPair(text: string, unit: number): boolean {
  const high = text.charCodeAt(unit);
  const low = text.charCodeAt(unit + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
