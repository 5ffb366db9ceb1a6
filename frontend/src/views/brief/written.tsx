/** The brief as it will read: numbered paragraphs, and the words behind each footnote one click away. */
import { useState } from "react";
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { Status } from "../../parts/status";
import { address } from "../../route";
import { Annexes } from "./annexes";
import { Faults, type Fault } from "./rules";

type BriefTold = Shapes["BriefTold"];
type Paragraph = BriefTold["sections"][number]["paragraphs"][number];
type LineTold = Paragraph["lines"][number];
type Note = BriefTold["footnotes"][number];

interface Props {
  readonly of: BriefTold;
  readonly faults: readonly Fault[];
}

export function Written({ of: told, faults }: Props) {
  const notes = new Map(told.footnotes.map((note) => [note.number, note]));
  return (
    <article className="brief" aria-label="The brief">
      {told.mark && <p className="draft">{told.mark}</p>}
      <h2 className="title">{told.title}</h2>
      <p className="from">
        Information cut-off {told.cut_off.slice(0, 10)} · {told.versions.map(({ what, version }) => `${what} ${version}`).join(" · ")}
      </p>
      {told.notices.map((notice) => (
        <p key={notice} className="from">
          {notice}
        </p>
      ))}
      {told.revision.length > 0 && (
        <section aria-label="What changed">
          <h3>What changed since the last issue</h3>
          <ul>
            {told.revision.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.sections.map((section, place) => (
        <section key={place}>
          <h3 dir="auto">{section.heading}</h3>
          {section.paragraphs.map((paragraph) => (
            <Numbered key={paragraph.number} of={paragraph} notes={notes} faults={faults} />
          ))}
        </section>
      ))}
      <Annexes of={told} />
      <Footnotes of={told.footnotes} />
    </article>
  );
}

interface NumberedProps {
  readonly of: Paragraph;
  readonly notes: ReadonlyMap<number, Note>;
  readonly faults: readonly Fault[];
}

function Numbered({ of: paragraph, notes, faults }: NumberedProps) {
  const [open, setOpen] = useState<number | null>(null);
  const note = open === null ? undefined : notes.get(open);
  const own = faults.filter((fault) => fault.paragraph === paragraph.number);
  return (
    <>
      <p id={`para-${paragraph.number}`} dir="auto">
        <span className="paragraph">{paragraph.number}.</span>{" "}
        {paragraph.lines.map((line, place) => (
          <Sentence key={place} of={line} open={open} choose={setOpen} isFaulty={own.some((fault) => fault.text === line.text)} />
        ))}
      </p>
      {note && (
        <aside className="note" aria-label={`Footnote ${note.number}`} role="note">
          <NoteWords of={note} />
        </aside>
      )}
      <Faults of={own} />
    </>
  );
}

interface SentenceProps {
  readonly of: LineTold;
  readonly open: number | null;
  readonly choose: (number: number | null) => void;
  readonly isFaulty: boolean;
}

function Sentence({ of: line, open, choose, isFaulty }: SentenceProps) {
  return (
    <span className={isFaulty ? "faulty" : undefined}>
      {line.text}
      {line.status && (
        <>
          {" "}
          <Status of={line.status} />
        </>
      )}
      {line.footnotes.map((number) => (
        <sup key={number}>
          <button
            type="button"
            className="mark"
            aria-expanded={open === number}
            aria-label={`Footnote ${number}`}
            onClick={() => choose(open === number ? null : number)}
          >
            {number}
          </button>
        </sup>
      ))}{" "}
    </span>
  );
}

function NoteWords({ of: note }: { readonly of: Note }) {
  const place = [note.document, note.publisher, note.published, note.locator].filter(Boolean).join(", ");
  return (
    <>
      <q className="plain-quotes" dir="auto">
        {quoted(note.words)}
      </q>{" "}
      <bdi>{note.chain.join(" → ")}</bdi>.{" "}
      {note.claim === null ? <bdi>{place}</bdi> : <Link to={address(["claims", note.claim])}>{place}</Link>}
      {note.notice && ` [${note.notice}]`}
      {[...note.edits, ...note.grades].map((line) => (
        <span key={line}> {line}</span>
      ))}
    </>
  );
}

function Footnotes({ of: notes }: { readonly of: readonly Note[] }) {
  return (
    <details className="footnotes">
      <summary>Footnotes ({notes.length})</summary>
      <ol>
        {notes.map((note) => (
          <li key={note.number} id={`note-${note.number}`} value={note.number}>
            <NoteWords of={note} />
          </li>
        ))}
      </ol>
    </details>
  );
}
