/** One question: its possible answers, the evidence rated against each, what would change the order, and all steps. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Tabs } from "../../parts/tabs";
import { Answer } from "../../parts/waiting";
import { Cells } from "./cells";
import type { MatrixTold } from "./rate";
import { History, PutForward, Suppose, TakeBack } from "./steps";
import "./hypotheses.css";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Matrix({ id, query }: Props) {
  const matrix = useAnswer("/api/v1/hypotheses/{question_id}", { question_id: id });
  return (
    <Answer of={matrix} isWhole>
      {(told) => <Shown told={told} query={query} />}
    </Answer>
  );
}

function Shown({ told, query }: { readonly told: MatrixTold; readonly query: URLSearchParams }) {
  const [open, setOpen] = useState<"hypothesis" | "evidence" | "close" | null>(null);
  const close = () => setOpen(null);
  const path = `/hypotheses/${told.id}`;
  useKeys({
    ...(!told.withdrawn && {
      n: { does: "add a hypothesis", act: () => setOpen("hypothesis") },
      v: { does: "add evidence", act: () => setOpen("evidence") },
    }),
  });
  return (
    <>
      <Head
        title={told.question}
        lead={`Opened by ${told.opened.by} on ${told.opened.at.slice(0, 10)}: ${told.opened.reason || "no reason was given"}`}
        csv={`${path}/evidence.csv`}
        json={path}
      >
        {!told.withdrawn && (
          <>
            <button type="button" onClick={() => setOpen("hypothesis")}>
              Add a hypothesis <kbd>n</kbd>
            </button>
            <button type="button" onClick={() => setOpen("evidence")}>
              Add evidence <kbd>v</kbd>
            </button>
            <button type="button" onClick={() => setOpen("close")}>
              Close the question
            </button>
          </>
        )}
      </Head>
      {told.withdrawn && <p className="notice-here">This question is closed: nothing is rated any more. To open it again, take back the step that closed it (History).</p>}
      {told.notices.map((notice) => (
        <p key={notice} className="from">
          {notice}
        </p>
      ))}
      <Order told={told} />
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "matrix", title: `Evidence (${told.evidence.length})`, show: () => <Cells told={told} /> },
          { key: "without", title: "If a source fell", show: () => <Without told={told} /> },
          { key: "history", title: "History", show: () => <History id={told.id} /> },
        ]}
      />
      {open === "hypothesis" && <Suppose id={told.id} close={close} />}
      {open === "evidence" && <PutForward id={told.id} close={close} />}
      {open === "close" && <TakeBack id={told.id} step="S1" what={told.question} title="Close the question" close={close} />}
    </>
  );
}

/** The hypotheses, that against which the least speaks first: an order, and no verdict. */
function Order({ told }: { readonly told: MatrixTold }) {
  return (
    <>
      <table className="order">
        <caption>What speaks against each, the least first</caption>
        <tbody>
          {told.order.map(({ hypothesis, inconsistency }) => {
            const one = told.hypotheses.find((each) => each.key === hypothesis);
            return (
              <tr key={hypothesis}>
                <th scope="row">{hypothesis}</th>
                <td>
                  <bdi>{one?.text}</bdi>
                  {one !== undefined && one.unrated > 0 && <span className="from"> {one.unrated} not rated</span>}
                </td>
                <td className="number">
                  <meter min={0} max={Math.max(1, ...told.order.map((each) => each.inconsistency))} value={inconsistency} aria-hidden="true" />{" "}
                  {inconsistency}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="from">{told.note}</p>
    </>
  );
}

function Without({ told }: { readonly told: MatrixTold }) {
  const rows = [...told.without_source.map((one) => ({ ...one, what: one.source })), ...told.without_evidence.map((one) => ({ ...one, what: one.evidence }))];
  if (rows.length === 0) return <p>Nothing is rated yet.</p>;
  return (
    <ul>
      {rows.map((one) => (
        <li key={one.what}>
          without <bdi>{one.what}</bdi>: {one.changes ? <strong>{one.least_inconsistent.join(", ")} would stand first</strong> : "no change"}
        </li>
      ))}
    </ul>
  );
}
