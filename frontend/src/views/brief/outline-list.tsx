/** The sections of an outline and their blocks, put in order by pointer or by keys. */
import { useState } from "react";
import type { Shapes } from "../../api/shapes";
import { BlockCard } from "./block";
import type { History } from "./history";
import {
  added,
  blockOf,
  inSection,
  moved,
  newKey,
  removed,
  sectionStepped,
  stepped,
  type Outline,
  type Section,
} from "./outline";
import { PickFindings } from "./pick";
import type { Fault } from "./rules";
import { useFound } from "./use-found";

export interface Working {
  readonly change: History<Outline>["change"];
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  readonly brief: Shapes["BriefTold"] | null;
  /** The brief was written once, or it was said why it cannot be. */
  readonly isWritten: boolean;
}

interface Props extends Working {
  readonly of: Outline;
}

export function OutlineList({ of: outline, ...working }: Props) {
  const { change } = working;
  const [said, setSaid] = useState("");
  const [held, setHeld] = useState<string | null>(null);

  function step(key: string, by: 1 | -1): void {
    const next = stepped(outline, key, by);
    change(() => next);
    setSaid(placeOf(next, key));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-block="${key}"]`)?.focus());
  }

  function drop(section: string, place: number): void {
    if (held === null) return;
    const key = held;
    setHeld(null);
    const next = moved(outline, key, section, placeWithout(outline, section, key, place));
    change(() => next);
    setSaid(placeOf(next, key));
  }

  return (
    <>
      <label className="fields">
        Title of the brief
        <input
          value={outline.title}
          dir="auto"
          onChange={(event) => change((now) => ({ ...now, title: event.target.value }), "title")}
        />
      </label>
      <p className="from">
        A block is moved by its grip, its arrows, or <kbd>Alt</kbd>+<kbd>↑</kbd> and <kbd>Alt</kbd>+<kbd>↓</kbd>; it takes its citations with it.
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {outline.sections.map((section, at) => (
        <SectionCard
          key={section.key}
          of={section}
          isOnly={outline.sections.length === 1}
          isFirst={at === 0}
          isLast={at === outline.sections.length - 1}
          {...working}
          step={step}
          hold={setHeld}
          isHeld={held !== null}
          drop={(place) => drop(section.key, place)}
        />
      ))}
      <button
        type="button"
        onClick={() => change((now) => ({ ...now, sections: [...now.sections, { key: newKey(), heading: "A new section", blocks: [] }] }))}
      >
        Add a section
      </button>
    </>
  );
}

function placeOf(outline: Outline, key: string): string {
  for (const section of outline.sections) {
    const at = section.blocks.findIndex((block) => block.key === key);
    if (at >= 0) return `Now ${at + 1} of ${section.blocks.length} in ${section.heading}`;
  }
  return "";
}

/** A place counted with the block itself becomes one counted without. */
function placeWithout(outline: Outline, section: string, key: string, place: number): number {
  const own = outline.sections.find((one) => one.key === section)?.blocks.findIndex((block) => block.key === key) ?? -1;
  return own >= 0 && own < place ? place - 1 : place;
}

interface SectionProps extends Working {
  readonly of: Section;
  readonly isOnly: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly step: (key: string, by: 1 | -1) => void;
  readonly hold: (key: string | null) => void;
  readonly isHeld: boolean;
  readonly drop: (place: number) => void;
}

function SectionCard({ of: section, isOnly, isFirst, isLast, step, hold, isHeld, drop, ...working }: SectionProps) {
  const { change } = working;
  const [isPicking, setPicking] = useState(false);
  const find = useFound((found) => change((now) => added(now, section.key, found.map((one) => blockOf([{ text: null, restsOn: [one] }])))));
  const setHeading = (heading: string) => change((now) => inSection(now, section.key, (one) => ({ ...one, heading })), section.key);
  return (
    <section className="outline-section" aria-label={`In the outline: ${section.heading}`}>
      <div className="outline-head">
        <input aria-label="Heading" value={section.heading} dir="auto" required onChange={(event) => setHeading(event.target.value)} />
        <button type="button" aria-label={`Move “${section.heading}” up`} disabled={isFirst} onClick={() => change((now) => sectionStepped(now, section.key, -1))}>
          ↑
        </button>
        <button type="button" aria-label={`Move “${section.heading}” down`} disabled={isLast} onClick={() => change((now) => sectionStepped(now, section.key, 1))}>
          ↓
        </button>
        <button
          type="button"
          aria-label={`Take out “${section.heading}” with all that is in it`}
          disabled={isOnly}
          onClick={() => change((now) => ({ ...now, sections: now.sections.filter((one) => one.key !== section.key) }))}
        >
          ✕
        </button>
      </div>
      <ol className="plain">
        {section.blocks.map((block, place) => (
          <li key={block.key}>
            <BlockCard
              of={block}
              step={(by) => step(block.key, by)}
              remove={() => change((now) => removed(now, block.key))}
              hold={(is) => hold(is ? block.key : null)}
              isHeld={isHeld}
              drop={(isAfter) => drop(isAfter ? place + 1 : place)}
              {...working}
            />
          </li>
        ))}
      </ol>
      {(section.blocks.length === 0 || isHeld) && (
        <p
          className="from slot"
          onDragOver={(event) => isHeld && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            drop(section.blocks.length);
          }}
        >
          {section.blocks.length === 0 ? "Nothing stands here yet." : "Here, at the end"}
        </p>
      )}
      <div className="tools">
        <button type="button" onClick={() => setPicking(true)}>
          Add findings
        </button>
        <button type="button" onClick={() => change((now) => added(now, section.key, [blockOf([{ text: "", restsOn: [] }])]))}>
          Add a sentence of your own
        </button>
      </div>
      {isPicking && (
        <PickFindings title={`Add to “${section.heading}”`} picked={[]} choose={(ids) => void find(ids)} close={() => setPicking(false)} />
      )}
    </section>
  );
}
