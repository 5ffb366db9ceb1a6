/** Lanes of times on one scale; walked by arrow keys from bar to bar and from lane to lane. */
import { useMemo, useRef, type KeyboardEvent } from "react";
import { lookOf } from "../../parts/status";
import { useWidth } from "../../parts/width";
import { ask } from "../../route";
import { rowsOf, scaleOf, type Placed } from "./scale";
import type { Lane } from "./timeline";

const LEAST = 18; // pixels that a bar takes
const TICK = 64; // pixels that the name of a year or month takes

export function Lanes({ lanes, at }: { readonly lanes: readonly Lane[]; readonly at: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis) || 640;
  const scale = useMemo(
    () =>
      scaleOf(
        lanes.flatMap((lane) => lane.spans),
        width / TICK,
      ),
    [lanes, width],
  );
  const placed = useMemo(() => lanes.map((lane) => ({ lane, rows: rowsOf(lane.spans, scale, (100 * LEAST) / width) })), [lanes, scale, width]);
  function walked(event: KeyboardEvent): void {
    const next = nextTo(box.current, event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  }
  const stop = at ?? placed[0]?.rows[0]?.[0]?.span.claim;
  return (
    <div className="lanes" ref={box} role="group" aria-label="Times, lane by lane; arrow keys go from one to the next" onKeyDown={walked}>
      <div className="axis" aria-hidden="true" ref={axis}>
        {scale.ticks.map(({ label, at: where }) => (
          <span key={label} style={{ left: `${where}%` }}>
            {label}
          </span>
        ))}
      </div>
      {placed.map(({ lane, rows }) => (
        <section key={lane.key} className="lane" aria-label={lane.name}>
          <h2>
            <bdi>{lane.name}</bdi> <span className="from">{lane.total}</span>
          </h2>
          <div className="track">
            {scale.ticks.map(({ label, at: where }) => (
              <i key={label} style={{ left: `${where}%` }} />
            ))}
            {rows.map((row, number) => (
              <div key={number} className="row">
                {row.map((bar) => (
                  <Bar key={bar.span.claim} {...bar} isAt={bar.span.claim === at} isStop={bar.span.claim === stop} />
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** Give the bar that an arrow key leads to: the next of its lane, or the first that lies nearest in the next lane. */
function nextTo(box: HTMLElement | null, key: string): HTMLElement | null {
  const here = document.activeElement;
  if (box === null || !(here instanceof HTMLElement) || !here.classList.contains("span")) return null;
  const bars = (part: Element | null | undefined) => [...(part?.querySelectorAll<HTMLElement>(".span") ?? [])];
  const leftOf = (bar: HTMLElement) => bar.getBoundingClientRect().left;
  const lane = here.closest(".lane");
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const own = bars(lane).sort((a, b) => leftOf(a) - leftOf(b));
    return own[own.indexOf(here) + (key === "ArrowRight" ? 1 : -1)] ?? null;
  }
  if (key !== "ArrowDown" && key !== "ArrowUp") return null;
  const lanes = [...box.querySelectorAll(".lane")];
  const other = lanes[lanes.findIndex((one) => one === lane) + (key === "ArrowDown" ? 1 : -1)];
  return bars(other).sort((a, b) => Math.abs(leftOf(a) - leftOf(here)) - Math.abs(leftOf(b) - leftOf(here)))[0] ?? null;
}

function Bar({ span, left, width, isAt, isStop }: Placed & { readonly isAt: boolean; readonly isStop: boolean }) {
  const look = lookOf(span.status ?? "");
  const isNegative = span.factuality.endsWith("-");
  const form = [isAt && "at", span.open_start && "open-start", span.open_end && "open-end", span.vague && "vague"];
  const how = [span.vague && "not to the day", span.open_start && "beginning not said", span.open_end && "end not said"].filter(Boolean);
  const says = `${span.edtf}: ${span.says}${span.status ? `, ${look.word}` : ""}${how.length > 0 ? ` (${how.join(", ")})` : ""}`;
  return (
    <button
      type="button"
      className={["span", ...form.filter(Boolean)].join(" ")}
      data-tone={isNegative ? "denied" : look.tone}
      style={{ left: `${left}%`, width: `max(${LEAST}px, ${width}%)` }}
      title={says}
      aria-label={says}
      aria-pressed={isAt}
      tabIndex={isStop ? 0 : -1}
      onClick={() => ask({ claim: isAt ? null : span.claim })}
    >
      {isNegative ? "✕" : look.sign}
    </button>
  );
}
