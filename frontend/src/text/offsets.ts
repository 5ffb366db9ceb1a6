/** The server counts Unicode code points; the browser counts UTF-16 units. Converted here, and nowhere else. */

/** Give what turns an offset in code points of this text into one in UTF-16 units. */
export function toUnits(text: string): (codePoint: number) => number {
  const astral: number[] = []; // where, in code points, the signs stand that take two units
  let codePoint = 0;
  for (let unit = 0; unit < text.length; unit++, codePoint++) {
    if (isPair(text, unit)) {
      astral.push(codePoint);
      unit++;
    }
  }
  return astral.length === 0 ? (one) => one : (one) => one + countBelow(astral, one);
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
