/** All that was added and decided, each entry chained to the one before; a judgement can be taken back. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { DONE } from "../../deciding/decide";
import { Undo } from "../../deciding/undo";
import { Head } from "../../parts/head";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import type { ViewProps } from "..";

type Entry = AnswerTo<"/api/v1/log">["results"][number];

export default function Log({ query }: ViewProps) {
  const [undo, setUndo] = useState<Entry["judgement"]>(null);
  const [isChecked, setChecked] = useState(false);
  const log = useAnswer("/api/v1/log", {}, { order: "newest", about: query.get("about"), offset: query.get("offset"), limit: 50 });
  return (
    <>
      <Head title="Log" lead="Nothing here is ever changed: what is taken back stays, with who took it back and why." path="/log">
        <button type="button" onClick={() => setChecked(true)}>
          Verify
        </button>
      </Head>
      {isChecked && <Check />}
      <Answer of={log}>
        {(page) =>
          page.total === 0 ? (
            <Empty>Nothing was added yet.</Empty>
          ) : (
            <>
              <Table
                caption={`${page.total.toLocaleString("en")} entries`}
                rows={page.results}
                keyOf={(one) => String(one.number)}
                columns={[
                  { name: "No.", isNumber: true, cell: (one) => one.number },
                  { name: "When (UTC)", cell: (one) => one.at.slice(0, 16).replace("T", " ") },
                  { name: "What", cell: (one) => <What entry={one} /> },
                  { name: "By", cell: (one) => <bdi>{one.by ?? ""}</bdi> },
                  { name: "Hash", cell: (one) => <code title={one.hash}>{one.hash.slice(0, 10)}</code> },
                  {
                    name: "Decide",
                    cell: (one) =>
                      one.judgement && !one.undone && one.judgement.verdict !== "undo" ? (
                        <button type="button" onClick={() => setUndo(one.judgement)}>
                          Take back
                        </button>
                      ) : null,
                  },
                ]}
              />
              <Pager {...page} />
            </>
          )
        }
      </Answer>
      {undo && <Undo judgement={undo} close={() => setUndo(null)} />}
    </>
  );
}

function What({ entry }: { readonly entry: Entry }) {
  const { judgement } = entry;
  if (judgement === null) return `${entry.kind.replaceAll("_", " ")}: ${entry.about.slice(0, 40)}`;
  const changes = Object.entries(judgement.changes).map(([slot, value]) => `${slot}: ${value}`);
  return (
    <span style={{ textDecoration: entry.undone ? "line-through" : "none" }}>
      {judgement.about} {DONE[judgement.verdict]}
      {judgement.other && ` (${judgement.other})`}
      {changes.length > 0 && ` (${changes.join("; ")})`}: {judgement.reason}
      {entry.undone && " (taken back)"}
    </span>
  );
}

function Check() {
  const check = useAnswer("/api/v1/log/check");
  return (
    <Answer of={check}>
      {(told) => (
        <div className={told.sound ? "card" : "problem"} role="status">
          {told.sound ? `Sound: ${told.entries} entries.` : "The log is not what it was:"}
          <ul>
            {told.faults.map((fault) => (
              <li key={fault.about}>
                {fault.entry !== null && `entry ${fault.entry}, `}
                {fault.about}: {fault.what}
              </li>
            ))}
          </ul>
          <p className="from">
            Head <code>{told.head}</code>: note it elsewhere, and a log that was cut off or written anew can be told.
          </p>
        </div>
      )}
    </Answer>
  );
}
