/** Lanes of times on one scale of years. */
import { lookOf } from "../../parts/status";
import { ask } from "../../route";
import type { Span, TimelineTold } from "./timeline";

const DAY = 86_400_000;

export function Lanes({ told, at }: { readonly told: TimelineTold; readonly at: string | null }) {
  const scale = scaleOf(told);
  return (
    <div className="lanes" role="group" aria-label="Times, lane by lane">
      <div className="axis" aria-hidden="true">
        {scale.ticks.map(({ label, at: place }) => (
          <span key={label} style={{ left: `${place}%` }}>
            {label}
          </span>
        ))}
      </div>
      {told.lanes.map((lane) => (
        <section key={lane.key} className="lane" aria-label={lane.name}>
          <h2>
            <bdi>{lane.name}</bdi>
          </h2>
          <div className="track">
            {scale.ticks.map(({ label, at: place }) => (
              <i key={label} style={{ left: `${place}%` }} />
            ))}
            {rowsOf(lane.spans, scale).map((row, place) => (
              <div key={place} className="row">
                {row.map((bar) => (
                  <Bar key={bar.span.claim} {...bar} isAt={bar.span.claim === at} />
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface Placed {
  readonly span: Span;
  readonly left: number;
  readonly width: number;
}

function Bar({ span, left, width, isAt }: Placed & { readonly isAt: boolean }) {
  const look = lookOf(span.status ?? "");
  const isNegative = span.factuality.endsWith("-");
  const form = [isAt && "at", span.open_start && "open-start", span.open_end && "open-end", span.vague && "vague"];
  return (
    <button
      type="button"
      className={["span", ...form.filter(Boolean)].join(" ")}
      data-tone={isNegative ? "denied" : look.tone}
      style={{ left: `${left}%`, width: `max(0.9rem, ${width}%)` }}
      title={`${span.edtf}: ${span.says}`}
      aria-label={`${span.edtf}: ${span.says}${span.status ? `, ${look.word}` : ""}`}
      aria-pressed={isAt}
      onClick={() => ask({ claim: isAt ? null : span.claim })}
    >
      {isNegative ? "✕" : look.sign}
    </button>
  );
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
}

function scaleOf({ earliest, latest }: TimelineTold): Scale {
  const first = new Date(earliest ?? latest ?? "2020-01-01").getTime();
  const last = new Date(latest ?? earliest ?? "2021-01-01").getTime() + DAY;
  const room = Math.max((last - first) * 0.04, 30 * DAY);
  const [from, to] = [first - room, last + room];
  const years = (to - from) / (365.25 * DAY);
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => years / one <= 12) ?? 200;
  const begin = Math.ceil(new Date(from).getUTCFullYear() / step) * step;
  const ticks: { label: string; at: number }[] = [];
  for (let year = begin; Date.UTC(year, 0) <= to; year += step) {
    const at = (100 * (Date.UTC(year, 0) - from)) / (to - from);
    if (at >= 0) ticks.push({ label: String(year), at });
  }
  return { from, to, ticks };
}

/** Give the bars of a lane in as few rows as they need without touching. */
function rowsOf(spans: readonly Span[], scale: Scale): Placed[][] {
  const rows: Placed[][] = [];
  for (const span of spans) {
    const placed = place(span, scale);
    const free = rows.find((row) => row.every((one) => one.left + Math.max(one.width, 1.6) < placed.left || placed.left + Math.max(placed.width, 1.6) < one.left));
    if (free === undefined) rows.push([placed]);
    else free.push(placed);
  }
  return rows;
}

function place(span: Span, { from, to }: Scale): Placed {
  const share = (time: number) => Math.min(100, Math.max(0, (100 * (time - from)) / (to - from)));
  const left = span.earliest === null ? 0 : share(new Date(span.earliest).getTime());
  const right = span.latest === null ? 100 : share(new Date(span.latest).getTime() + DAY);
  return { span, left, width: Math.max(0, right - left) };
}
