/** An earlier issue of a brief, chosen from the disk: the brief then says what changed since. */
import { useId, useState } from "react";

export interface Issue {
  readonly name: string;
  /** What is compared, as JSON. */
  readonly text: string;
}

interface Props {
  readonly issue: Issue | null;
  readonly choose: (issue: Issue | null) => void;
}

export function Since({ issue, choose }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      choose({ name: file.name, text: compared(await file.text()) });
      setProblem(null);
    } catch {
      setProblem(`${file.name} is no issue of a brief: take one as JSON, and keep it for the next time.`);
    }
  }
  return (
    <>
      <label className="button" htmlFor={id}>
        {issue === null ? "Compare with an earlier issue…" : `Compared with ${issue.name}`}
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {issue !== null && (
        <button type="button" onClick={() => choose(null)}>
          Compare no more
        </button>
      )}
      {problem !== null && (
        <span role="alert" className="warning">
          {problem}
        </span>
      )}
    </>
  );
}

interface Kept {
  readonly title: string;
  readonly made: string;
  readonly sections: readonly { readonly paragraphs: readonly { readonly lines: readonly unknown[] }[] }[];
  readonly parties: readonly { readonly name: string; readonly standing: string | null }[];
}

/** Keep of an issue what is compared: footnotes and annexes may be long. */
function compared(text: string): string {
  const { title, made, sections, parties } = JSON.parse(text) as Kept;
  const lines = sections.map((section) => ({ paragraphs: section.paragraphs.map((paragraph) => ({ lines: paragraph.lines })) }));
  return JSON.stringify({ title, made, sections: lines, parties: parties.map(({ name, standing }) => ({ name, standing })) });
}
