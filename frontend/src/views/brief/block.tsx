/** One block of an outline: a finding that the program tells, or sentences of a person with what they rest on. */
import { useState, type DragEvent, type KeyboardEvent } from "react";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { address } from "../../route";
import { inBlock, newKey, type Block, type Line, type RestsOn } from "./outline";
import type { Working } from "./outline-list";
import { OwnLine } from "./own-line";
import { Faults } from "./rules";

interface Props extends Working {
  readonly of: Block;
  readonly step: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly hold: (isHeld: boolean) => void;
  readonly isHeld: boolean;
  readonly drop: (isAfter: boolean) => void;
}

export function BlockCard({ of: block, step, remove, hold, isHeld, drop, ...working }: Props) {
  const [isOver, setOver] = useState<"before" | "after" | null>(null);
  const isOwn = block.lines.some((line) => line.text !== null);
  const name = block.lines.map((line) => line.text ?? line.restsOn[0]?.says ?? "").join(" ").slice(0, 60);

  function pressed(event: KeyboardEvent): void {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    step(by);
  }

  function over(event: DragEvent<HTMLElement>): void {
    if (!isHeld) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY > box.top + box.height / 2 ? "after" : "before");
  }

  return (
    <div
      className="block"
      tabIndex={0}
      role="group"
      aria-label={name || "An empty sentence"}
      data-block={block.key}
      data-over={isOver ?? undefined}
      onKeyDown={pressed}
      onDragOver={over}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(null);
        drop(isOver === "after");
      }}
    >
      <span
        className="grip"
        draggable
        aria-hidden="true"
        title="Drag"
        onDragStart={(event) => {
          event.dataTransfer.setData("text/plain", block.key);
          event.dataTransfer.effectAllowed = "move";
          hold(true);
        }}
        onDragEnd={() => hold(false)}
      >
        ⠿
      </span>
      <div className="block-words">
        {block.lines.map((line) =>
          line.text === null ? (
            <Told key={line.key} of={line} faults={working.faults.get(line.key) ?? []} />
          ) : (
            <OwnLine key={line.key} of={line} block={block} {...working} />
          ),
        )}
        <div className="tools">
          {isOwn ? (
            <OwnTools block={block} {...working} />
          ) : (
            <button
              type="button"
              disabled={!working.isWritten}
              onClick={() => working.change((now) => inBlock(now, block.key, (one) => inOwnWords(one, working.brief)))}
            >
              In my own words
            </button>
          )}
        </div>
      </div>
      <div className="block-moves">
        <button type="button" aria-label="Move up" onClick={() => step(-1)}>
          ↑
        </button>
        <button type="button" aria-label="Move down" onClick={() => step(1)}>
          ↓
        </button>
        <button type="button" aria-label="Take out" onClick={remove}>
          ✕
        </button>
      </div>
    </div>
  );
}

function Told({ of: line, faults }: { readonly of: Line; readonly faults: Parameters<typeof Faults>[0]["of"] }) {
  return (
    <div data-line={line.key}>
      {line.restsOn.map((one) => (
        <p key={one.id} dir="auto">
          {one.says === null ? (
            <strong>{one.id} is gone: its document was erased, or a person rejected it.</strong>
          ) : (
            <>
              {one.status && <Status of={one.status} />}{" "}
              <Link to={address([one.id.startsWith("f-") ? "findings" : "claims", one.id])}>{one.says.replace(/^[a-z -]+: /, "")}</Link>
            </>
          )}
        </p>
      ))}
      <Faults of={faults} />
    </div>
  );
}

function OwnTools({ block, change }: Working & { readonly block: Block }) {
  const rests = block.lines.flatMap((line) => line.restsOn);
  const findings = rests.filter((one) => one.id.startsWith("f-"));
  return (
    <>
      <button
        type="button"
        onClick={() =>
          change((now) => inBlock(now, block.key, (one) => ({ ...one, lines: [...one.lines, { key: newKey(), text: "", restsOn: [] }] })))
        }
      >
        Add a sentence
      </button>
      {findings.length > 0 && (
        <button
          type="button"
          onClick={() => change((now) => inBlock(now, block.key, (one) => ({ ...one, lines: unique(findings).map((f) => ({ key: newKey(), text: null, restsOn: [f] })) })))}
        >
          In the program's words again
        </button>
      )}
    </>
  );
}

function unique(rests: readonly RestsOn[]): readonly RestsOn[] {
  return [...new Map(rests.map((one) => [one.id, one])).values()];
}

/** Begin from the sentences that the program tells, each with the claims that it cites; else from what the finding says. */
function inOwnWords(block: Block, brief: Working["brief"]): Block {
  const [finding] = block.lines.flatMap((line) => line.restsOn);
  if (finding === undefined) return block;
  const notes = brief?.footnotes.map((note) => [note.claim, { words: note.words, chain: note.chain }] as const) ?? [];
  const words = new Map(notes);
  const paragraphs = brief?.sections.flatMap((section) => section.paragraphs) ?? [];
  const told = paragraphs.filter((paragraph) => paragraph.lines.some((line) => line.finding === finding.id && line.status !== null));
  const sentences = (told[0]?.lines ?? []).map((line) => ({
    key: newKey(),
    text: line.text,
    restsOn: [
      ...(line.finding === finding.id ? [finding] : []),
      ...line.claims.map((id) => restsOn(id, words.get(id))),
    ],
  }));
  return { ...block, lines: sentences.length > 0 ? sentences : [{ key: newKey(), text: finding.says ?? "", restsOn: [finding] }] };
}

function restsOn(id: string, told: { readonly words: string; readonly chain: readonly string[] } | undefined): RestsOn {
  return { id, says: told?.words ?? "", status: null, claims: told === undefined ? [] : [{ id, ...told }] };
}
