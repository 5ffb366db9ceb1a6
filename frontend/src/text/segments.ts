/** Cuts a text where marks begin and end, so that marks may overlap. */

export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The marks that cover it, in their order. */
  readonly ids: readonly string[];
}

/** Give the segments of [start, end), in order, without gaps; each mark covers whole segments. */
export function segments(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start);
  const cuts = new Set([start, end]);
  for (const mark of within) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, place) => {
    const to = sorted[place + 1] ?? end;
    const ids = within.filter((mark) => mark.start <= from && mark.end >= to).map((mark) => mark.id);
    return { start: from, end: to, ids: [...new Set(ids)] };
  });
}
