/** The drawing of a network: walked by arrow keys, zoomed by buttons; its places come from the server. */
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { STROKES, TONE_WORDS, inksNow, kindsIn, type NetworkTold, type Tone } from "./looks";
import { Stage, type Chosen } from "./stage";
import { useDark } from "../../parts/theme";
import { lookOf } from "../../parts/status";

interface Props {
  readonly told: NetworkTold;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  /** Open or close the party that is chosen. */
  readonly expand: (party: string) => void;
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export function Drawn({ told, chosen, choose, expand }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const shown = useRef(told);
  const [isUnseen, setUnseen] = useState(false);
  const isDark = useDark();

  useEffect(() => {
    if (box.current === null) return;
    try {
      stage.current = new Stage(box.current, shown.current, inksNow(), choose);
    } catch {
      setUnseen(true); // no WebGL: the table says the same
      return;
    }
    return () => {
      stage.current?.kill();
      stage.current = null;
    };
  }, [choose, isDark]);
  useEffect(() => {
    if (shown.current !== told) stage.current?.show(told);
    shown.current = told;
  }, [told]);

  useEffect(() => stage.current?.choose(chosen), [chosen, told, isDark]);
  useEffect(() => {
    // The page scrolls under the wheel; with Ctrl the network is zoomed.
    const element = box.current;
    const pass = (event: WheelEvent) => !event.ctrlKey && event.stopPropagation();
    element?.parentElement?.addEventListener("wheel", pass, { capture: true });
    return () => element?.parentElement?.removeEventListener("wheel", pass, { capture: true });
  }, []);

  function walked(event: KeyboardEvent): void {
    const way = WAYS[event.key];
    if (way !== undefined) choose(stage.current?.next(way[0], way[1], told.about[0]) ?? null);
    else if (event.key === "Enter" && chosen !== null && !chosen.includes("~")) expand(chosen);
    else if (event.key === "Escape") choose(null);
    else if (event.key === "+" || event.key === "-") stage.current?.zoom(event.key === "+" ? 1.4 : 1 / 1.4);
    else return;
    event.preventDefault();
  }

  if (isUnseen) return <p className="empty">This browser draws no network; the table below says the same.</p>;
  return (
    <figure className="drawing">
      <div
        className="canvas"
        tabIndex={0}
        role="application"
        aria-label={`Network of ${told.nodes.length} parties. Arrow keys go from party to party, Enter expands; the table below says the same`}
        onKeyDown={walked}
      >
        <div ref={box} className="stage" />
        {told.nodes.length === 0 && <p className="empty">Nothing is said that is like this: loosen a filter.</p>}
      </div>
      <div className="zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Nearer" onClick={() => stage.current?.zoom(1.4)}>
          +
        </button>
        <button type="button" aria-label="Further away" onClick={() => stage.current?.zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" aria-label="All of it" onClick={() => stage.current?.fit()}>
          ⤢
        </button>
      </div>
      <Legend told={told} />
    </figure>
  );
}

const SIGNS: Readonly<Record<Tone, readonly string[]>> = {
  said: ["asserted"],
  denied: ["denied"],
  both: ["contested"],
  unclear: ["hedged", "unclear"],
};

function Legend({ told }: { readonly told: NetworkTold }) {
  return (
    <figcaption className="legend">
      <ul aria-label="Types">
        {kindsIn(told.nodes).map(({ letter, word, shade }) => (
          <li key={word}>
            <svg width="16" height="16" aria-hidden="true">
              <circle cx="8" cy="8" r="8" fill={shade} />
              <text x="8" y="12" textAnchor="middle" fontSize="10.5" fontWeight="600" fill="#fff">
                {letter}
              </text>
            </svg>
            {word}
          </li>
        ))}
      </ul>
      <ul aria-label="Lines">
        {(["said", "denied", "both", "unclear"] as const).map((tone) => (
          <li key={tone}>
            <svg width="44" height="12" aria-hidden="true" className="stroke" data-tone={tone}>
              {STROKES[tone] === "double" ? (
                <path d="M0 4H44M0 8H44" />
              ) : (
                <path d="M0 6H44" strokeWidth="2" strokeDasharray={STROKES[tone]} />
              )}
            </svg>
            {SIGNS[tone].map((status) => lookOf(status).sign).join(" ")} {TONE_WORDS[tone]}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
