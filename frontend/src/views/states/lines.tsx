/** One line a state: what of the measures is shown to be carried out, when, and what is not known. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { Clocks, Limits } from "./limits";
import { useSeen } from "./seen";
import { counted, evidence, hours, OUTSIDE, OUTSIDE_MEANS, plain } from "./words";

type Line = AnswerTo<"/api/v1/states">["results"][number];

export function Lines({ query }: { readonly query: URLSearchParams }) {
  const { times, to } = useSeen();
  const states = useAnswer("/api/v1/states", {}, { ...times, all: query.get("all"), limit: 500 });
  return (
    <>
      <div className="filters">
        <Filter name="all" label="Which" options={["true"]} any="those of which something is held" />
        <Clocks />
      </div>
      <Answer of={states}>
        {(told) => (
          <>
            {told.results.length === 0 && (
              <Empty>
                No list is held: <code>sayso lists add un FILE</code>, then <code>sayso lists add eu FILE</code>, or <code>sayso lists update</code>.
              </Empty>
            )}
            <Table
              caption={`Seen on ${told.as_of}; by ${counted(told.releases.length, "release")}`}
              rows={told.results}
              keyOf={(one) => one.state}
              to={(one) => to([one.state])}
              columns={[
                {
                  name: "State",
                  cell: (one) => (
                    <Link to={to([one.state])}>
                      {one.name} ({one.state}){one.is_outside && `, ${OUTSIDE}`}
                    </Link>
                  ),
                },
                { name: "Law", cell: (one) => plain(one.model) },
                { name: "Carried out", cell: (one) => <Share line={one} /> },
                { name: "Late", isNumber: true, cell: (one) => one.late.toLocaleString("en") },
                { name: "When unknown", isNumber: true, cell: (one) => one.carried_out_undated.toLocaleString("en") },
                { name: "Missing", isNumber: true, cell: (one) => one.missing.toLocaleString("en") },
                { name: "Unknown", isNumber: true, cell: (one) => one.unknown.toLocaleString("en") },
                { name: "To confirm", isNumber: true, cell: (one) => one.to_confirm.toLocaleString("en") },
                { name: "Median lag", cell: (one) => hours(one.median_lag_hours) },
                { name: "Worst lag", cell: (one) => hours(one.worst_lag_hours) },
                { name: "Differences", isNumber: true, cell: (one) => one.differences.toLocaleString("en") },
                { name: "Last evidence", cell: evidence },
              ]}
            />
            <Limits note={told.note} limits={told.results.some((one) => one.is_outside) ? [OUTSIDE_MEANS, ...told.limits] : told.limits} />
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
      {!line.is_outside && <progress max={Math.max(1, line.obligations)} value={line.carried_out} aria-label={`Carried out by ${line.name}`} />}
      {line.carried_out.toLocaleString("en")}
      {!line.is_outside && ` of ${line.obligations.toLocaleString("en")}`}
    </span>
  );
}
