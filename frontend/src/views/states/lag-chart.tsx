/** Lags over time: each an interval from its least to its most hours, on a scale that shows hours and years alike. */
import { go } from "../../route";
import type { Cell } from "./cell";
import { useSeen } from "./seen";
import { hours } from "./words";

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [760, 260, 70, 28];
/** Days that have a line of their own. */
const TICKS: readonly (readonly [number, string])[] = [
  [0, "0"],
  [1, "1 day"],
  [7, "1 week"],
  [30, "1 month"],
  [365, "1 year"],
  [3_650, "10 years"],
];

export function LagChart({ cells }: { readonly cells: readonly Cell[] }) {
  const { to: open } = useSeen();
  const known = cells.filter((cell) => cell.lag_hours !== null);
  const dates = known.map((cell) => Date.parse(cell.due)).filter(Number.isFinite);
  const [from, to] = [Math.min(...dates), Math.max(...dates) + 86_400_000];
  const most = Math.max(8, ...known.map((cell) => (cell.lag_hours?.[1] ?? 0) / 24));
  const x = (time: number) => LEFT + ((WIDTH - LEFT - 10) * (time - from)) / Math.max(1, to - from);
  const y = (days: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 10) * scaled(days)) / scaled(most);
  return (
    <figure>
    <svg className="lags" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="Lags by the date of listing; the table below says the same">
      {TICKS.filter(([days]) => days <= most).map(([days, label]) => (
        <g key={label}>
          <line x1={LEFT} x2={WIDTH - 10} y1={y(days)} y2={y(days)} className={days === 1 ? "limit" : "tick"} />
          <text x={LEFT - 6} y={y(days) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {yearsOf(from, to).map((year) => (
        <text key={year} x={x(Date.UTC(year, 0))} y={HEIGHT - 8} textAnchor="middle">
          {year}
        </text>
      ))}
      {known.map((cell) => (
        <line
          key={`${cell.reference} ${cell.measure}`}
          x1={x(Date.parse(cell.due))}
          x2={x(Date.parse(cell.due))}
          y1={y((cell.lag_hours?.[0] ?? 0) / 24)}
          y2={y((cell.lag_hours?.[1] ?? 0) / 24)}
          className={cell.status === "late" ? "lag late" : "lag"}
          onClick={() => go(open([cell.state, cell.reference], { measure: cell.measure }))}
        >
          <title>
            {cell.name} ({cell.reference}), due {cell.due}: {hours(cell.lag_hours)}
          </title>
        </line>
      ))}
    </svg>
      <figcaption className="from">
        Each upright line is one entry, from the shortest to the longest lag that the dates allow: thin where it is late, thick where 24 hours are possible
        or proven. A dot at 0: the state was before the UN. The line at 1 day is dashed. The table below has the same, and opens each.
      </figcaption>
    </figure>
  );
}

/** Below zero the state was first: drawn at zero, told in the table. */
function scaled(days: number): number {
  return Math.log1p(Math.max(0, days));
}

function yearsOf(from: number, to: number): number[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((last - first) / 10));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place).filter((year) => (year - first) % step === 0);
}
