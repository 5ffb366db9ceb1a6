/** Steps on a question besides rating: one more answer, more evidence, taking a step back; and all that were taken. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { post } from "../../api/client";
import { Signed } from "../../deciding/signed";
import { Table } from "../../parts/table";
import { Answer } from "../../parts/waiting";

interface Props {
  readonly id: string;
  readonly close: () => void;
}

export function Suppose({ id, close }: Props) {
  const [text, setText] = useState("");
  return (
    <Signed
      title="Add a hypothesis"
      send={(signed) => post(`/hypotheses/${id}/hypotheses`, { text: text.trim(), ...signed })}
      close={close}
      isReady={text.trim() !== ""}
    >
      <label>
        One more possible answer
        <input required value={text} onChange={(event) => setText(event.target.value)} dir="auto" autoFocus />
      </label>
    </Signed>
  );
}

/** Evidence: a claim or finding by its id, or words of one's own with whose word they tell. */
export function PutForward({ id, close }: Props) {
  const [about, setAbout] = useState("");
  const [words, setWords] = useState("");
  const [source, setSource] = useState("");
  const given = about.trim() ? { about: about.trim() } : { words: words.trim(), source: source.trim() || null };
  return (
    <Signed
      title="Add evidence"
      send={(signed) => post(`/hypotheses/${id}/evidence`, { ...given, ...signed })}
      close={close}
      isReady={(about.trim() === "") !== (words.trim() === "")}
    >
      <p className="from">A claim or finding is put forward where it stands (“As evidence”), or here by its id.</p>
      <label>
        The id of a claim or finding (c-…, f-…)
        <input value={about} onChange={(event) => setAbout(event.target.value)} autoFocus />
      </label>
      <label>
        Or words of your own, shown as yours
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} dir="auto" />
      </label>
      <label>
        Whose word they report; empty: yours alone
        <input value={source} onChange={(event) => setSource(event.target.value)} dir="auto" />
      </label>
    </Signed>
  );
}

interface TakeBackProps extends Props {
  /** "S7"; S1 opened the question. */
  readonly step: string;
  readonly what: string;
  readonly title?: string;
}

export function TakeBack({ id, step, what, title = "Take back", close }: TakeBackProps) {
  return (
    <Signed title={title} send={(signed) => post(`/hypotheses/${id}/undo`, { step, ...signed })} close={close}>
      <p dir="auto">{what}</p>
    </Signed>
  );
}

type Step = AnswerTo<"/api/v1/hypotheses/{question_id}/history">["results"][number];

export function History({ id }: { readonly id: string }) {
  const history = useAnswer("/api/v1/hypotheses/{question_id}/history", { question_id: id }, { limit: 500 });
  const [undone, setUndone] = useState<Step | null>(null);
  return (
    <>
      <Answer of={history}>
        {(page) => (
          <Table
            caption={`${page.total} steps; none is ever changed`}
            rows={page.results}
            keyOf={(one) => one.key}
            columns={[
              { name: "Step", cell: (one) => one.key },
              { name: "Day", cell: (one) => <span className="day">{one.at.slice(0, 10)}</span> },
              { name: "By", cell: (one) => <bdi>{one.by}</bdi> },
              { name: "What", cell: (one) => <span dir="auto">{one.what}</span> },
              { name: "Why", cell: (one) => <span dir="auto">{one.reason}</span> },
              {
                name: "Decide",
                cell: (one) =>
                  one.undone_by === null && (
                    <button type="button" onClick={() => setUndone(one)} aria-label={`Take back ${one.key}`}>
                      Take back
                    </button>
                  ),
              },
            ]}
          />
        )}
      </Answer>
      {undone && <TakeBack id={id} step={undone.key} what={`${undone.key}: ${undone.what}, by ${undone.by}`} close={() => setUndone(null)} />}
    </>
  );
}
