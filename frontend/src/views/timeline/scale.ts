/** The scale of a timeline: which days stand where, and which years and months are named. */
import type { Span } from "./timeline";

export const DAY = 86_400_000;

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
}

/** Give a scale over all that has a beginning or an end; `most` ticks have room. */
export function scaleOf(spans: readonly Span[], most: number): Scale {
  const days = spans.flatMap(({ earliest, latest }) => [earliest, latest]).flatMap((day) => (day === null ? [] : [timeOf(day)]));
  const first = days.length > 0 ? Math.min(...days) : Date.UTC(2020, 0);
  const last = (days.length > 0 ? Math.max(...days) : Date.UTC(2021, 0)) + DAY;
  const room = Math.max((last - first) * 0.05, 20 * DAY);
  const [from, to] = [first - room, last + room];
  return { from, to, ticks: ticksOf(from, to, Math.max(2, most)) };
}

/** Months from one tick to the next, of which the first is taken that leaves enough room. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

function ticksOf(from: number, to: number, most: number): Scale["ticks"] {
  const months = (to - from) / (30.44 * DAY);
  const step = STEPS.find((one) => months / one <= most) ?? 2400;
  const start = new Date(from);
  const begin = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: { label: string; at: number }[] = [];
  for (let month = begin; ; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12);
    if (time > to) return ticks;
    if (time >= from) ticks.push({ label: labelOf(month, step), at: (100 * (time - from)) / (to - from) });
  }
}

function labelOf(month: number, step: number): string {
  const year = String(Math.floor(month / 12));
  return step >= 12 ? year : `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function timeOf(day: string): number {
  return new Date(day).getTime();
}

export interface Placed {
  readonly span: Span;
  /** Of the width of the track, from 0 to 100. */
  readonly left: number;
  readonly width: number;
}

/** Give the bars of a lane in as few rows as they need without touching; a bar takes `least` at the least. */
export function rowsOf(spans: readonly Span[], scale: Scale, least: number): Placed[][] {
  const rows: { bars: Placed[]; end: number }[] = [];
  const placed = spans.map((span) => place(span, scale)).sort((a, b) => a.left - b.left);
  for (const bar of placed) {
    const end = bar.left + Math.max(bar.width, least) + 0.2;
    const free = rows.find((row) => row.end < bar.left);
    if (free === undefined) rows.push({ bars: [bar], end });
    else {
      free.bars.push(bar);
      free.end = end;
    }
  }
  return rows.map((row) => row.bars);
}

function place(span: Span, { from, to }: Scale): Placed {
  const share = (time: number) => Math.min(100, Math.max(0, (100 * (time - from)) / (to - from)));
  const left = span.earliest === null ? 0 : share(timeOf(span.earliest));
  const right = span.latest === null ? 100 : share(timeOf(span.latest) + DAY);
  return { span, left, width: Math.max(0, right - left) };
}
