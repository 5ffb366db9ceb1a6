/** How states carry the measures out: one line a state; each line, entry and cell opens its evidence. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Across } from "./across";
import { hours } from "./cell";
import { StatePage } from "./state-page";
import { Why } from "./why";
import "./states.css";

type Line = AnswerTo<"/api/v1/states">["states"][number];

export default function States({ rest, query }: ViewProps) {
  const [state, reference] = rest;
  if (state === "entry" && reference !== undefined) return <Across reference={reference} />;
  if (state !== undefined && reference !== undefined) return <Why state={state} reference={reference} measure={query.get("measure")} />;
  return state === undefined ? <All query={query} /> : <StatePage state={state} query={query} />;
}

function All({ query }: { readonly query: URLSearchParams }) {
  const all = query.get("all");
  const states = useAnswer("/api/v1/states", {}, { all });
  return (
    <>
      <Head title="States" lead="What shows that a state carried a UN measure out, and when. Unknown is not non-compliance: nothing held shows it." />
      <div className="filters">
        <Filter name="all" label="Which" options={["true"]} any="those of which something is held" />
      </div>
      <Answer of={states}>
        {(told) => (
          <>
            {told.states.length === 0 && (
              <Empty>
                No national list is held: <code>sayso lists add --list eu FILE</code>, or <code>sayso lists update</code>.
              </Empty>
            )}
            <Table
              caption={`Seen on ${told.as_of}; on ${told.releases.length} releases`}
              rows={told.states}
              keyOf={(one) => one.state}
              to={(one) => address(["states", one.state])}
              columns={[
                {
                  name: "State",
                  cell: (one) => (
                    <Link to={address(["states", one.state])}>
                      {one.name} ({one.state})
                    </Link>
                  ),
                },
                { name: "Law", cell: (one) => one.model.replaceAll("_", " ") },
                { name: "Carried out", cell: (one) => <Share line={one} /> },
                { name: "Late", isNumber: true, cell: (one) => one.late },
                { name: "Missing", isNumber: true, cell: (one) => one.missing },
                { name: "Unknown", isNumber: true, cell: (one) => one.unknown },
                { name: "To confirm", isNumber: true, cell: (one) => one.to_confirm },
                { name: "Median lag", cell: (one) => hours(one.median_lag_hours) },
                { name: "Worst lag", cell: (one) => hours(one.worst_lag_hours) },
                { name: "Differences", isNumber: true, cell: (one) => one.differences },
                { name: "Last evidence", cell: (one) => one.last_evidence ?? "none" },
              ]}
            />
            <Limits note={told.note} limits={told.limits} />
          </>
        )}
      </Answer>
    </>
  );
}

/** The share that is shown to be carried out, as a bar and in figures. */
function Share({ line }: { readonly line: Line }) {
  return (
    <span className="share">
      <progress max={Math.max(1, line.obligations)} value={line.carried_out} aria-label={`Carried out by ${line.name}`} />
      {line.carried_out.toLocaleString("en")} of {line.obligations.toLocaleString("en")}
    </span>
  );
}

export function Limits({ note, limits }: { readonly note: string; readonly limits: readonly string[] }) {
  return (
    <aside className="from" aria-label="Limits of this view">
      <p>{note}</p>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </aside>
  );
}
