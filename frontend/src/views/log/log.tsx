/** All that was added and decided, each entry chained to the one before; a judgement can be taken back. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { DONE } from "../../deciding/decide";
import { Undo } from "../../deciding/undo";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";
import { Check } from "./check";

type Entry = AnswerTo<"/api/v1/log">["results"][number];

/** What each kind of entry tells of. */
const KINDS: Readonly<Record<Entry["kind"], string>> = {
  addition: "document added",
  description: "document described",
  erasure: "document erased",
  release: "list release taken in",
  judgement: "decision",
  step: "step on a question",
  relisting: "names compared with the lists anew",
  contents: "contents noted",
  screening: "names screened",
  state_record: "record of a state",
  annotation: "annotation of a document",
};

export default function Log({ query }: ViewProps) {
  const [undo, setUndo] = useState<Entry["judgement"]>(null);
  const isChecked = query.get("check") !== null;
  const asked = { order: query.get("order") ?? "newest", about: query.get("about"), offset: query.get("offset") };
  const log = useAnswer("/api/v1/log", {}, { ...asked, limit: 50 });
  const verify = () => ask({ check: isChecked ? null : "true" });
  useKeys({ v: { does: "verify the chain", act: verify } });
  return (
    <>
      <Head title="Log" lead="Nothing here is ever changed: what is taken back stays, with who took it back and why." path="/log" query={asked}>
        <button type="button" aria-pressed={isChecked} onClick={verify}>
          Verify <kbd>v</kbd>
        </button>
      </Head>
      {isChecked && <Check />}
      <div className="filters">
        <Filter name="about" label="About (an id)" type="search" />
        <Filter name="order" label="Order" options={["oldest"]} any="newest first" words={{ oldest: "oldest first" }} />
      </div>
      <Answer of={log}>
        {(page) =>
          page.total === 0 ? (
            <Empty>
              <p>
                {asked.about ? "Nothing was added or decided about it." : "Nothing was added yet."} <Link to={address(["add"])}>Add a document</Link>, and the
                first entry stands here.
              </p>
            </Empty>
          ) : (
            <>
              <Table
                caption={`${page.total.toLocaleString("en")} entries`}
                rows={page.results}
                keyOf={(one) => String(one.number)}
                to={(one) => whereOf(one) ?? address(["log"], { about: one.about })}
                columns={[
                  { name: "No.", isNumber: true, cell: (one) => one.number },
                  { name: "When (UTC)", cell: (one) => <span className="day">{one.at.slice(0, 16).replace("T", " ")}</span> },
                  { name: "What", cell: (one) => <What entry={one} /> },
                  { name: "By", cell: (one) => <bdi>{one.by ?? "–"}</bdi> },
                  { name: "Hash", cell: (one) => <code title={one.hash}>{one.hash.slice(0, 10)}</code> },
                  {
                    name: "Decide",
                    cell: (one) =>
                      one.judgement && !one.undone ? (
                        <button type="button" onClick={() => setUndo(one.judgement)}>
                          Take back
                        </button>
                      ) : (
                        "–"
                      ),
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
  const to = whereOf(entry);
  const called = entry.says ?? judgement?.about ?? entry.about.slice(0, 40);
  const did = judgement === null ? KINDS[entry.kind] : (DONE[judgement.verdict] ?? judgement.verdict);
  const changes = Object.entries(judgement?.changes ?? {}).map(([slot, value]) => `${slot}: ${value || "none"}`);
  return (
    <>
      <span className={entry.undone ? "undone" : undefined}>
        {did}: {to === null ? <bdi>{called}</bdi> : <Link to={to}><bdi>{called}</bdi></Link>}
      </span>
      {judgement && (
        <p className="from" dir="auto">
          {[judgement.other && `with ${judgement.other}`, ...changes, judgement.reason].filter(Boolean).join(" · ")}
        </p>
      )}
      {entry.undone && <strong className="from"> taken back</strong>}
    </>
  );
}

/** Give where what an entry is of is shown; null where nothing is. */
function whereOf({ about: own, judgement }: Entry): string | null {
  const about = judgement?.about ?? own;
  const views = { "sha256:": "documents", "f-": "findings", "c-": "claims", "e-": "entities", "q-": "hypotheses" };
  const view = Object.entries(views).find(([lead]) => about.startsWith(lead))?.[1];
  if (view !== undefined) return address([view, about]);
  const [authority = "", day] = about.split("@");
  return day === undefined ? null : address(["lists", authority]);
}
