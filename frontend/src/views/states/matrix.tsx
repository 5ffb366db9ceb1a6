/** Entries by states, of one measure: every cell says how it stands, in form and word, and opens its evidence. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { lookOf, Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { Clocks, Limits } from "./limits";
import { useSeen } from "./seen";
import { counted, hours, LOOKS, MEANS, MEASURES, plain, SHORT, standingOf } from "./words";

type Told = AnswerTo<"/api/v1/states/matrix">;
type Cell = Told["results"][number]["cells"][number];

const ROWS = 50;

export function Matrix({ query }: { readonly query: URLSearchParams }) {
  const { times, to } = useSeen();
  const measure = query.get("measure") ?? MEASURES[0];
  const asked = { status: query.get("status"), regime: query.get("regime"), since: query.get("since"), q: query.get("q") };
  const matrix = useAnswer("/api/v1/states/matrix", {}, { ...times, ...asked, measure, offset: query.get("offset"), limit: ROWS });
  return (
    <>
      <div className="filters">
        <Filter name="measure" label="Measure" options={MEASURES.slice(1)} any={plain(MEASURES[0])} />
        <Filter name="status" label="With a cell that is" options={["late", "missing", "unknown", "automatic", "within_24h_possible"]} />
        <Filter name="regime" label="Regime" type="search" />
        <Filter name="since" label="Listed since" type="date" />
        <Filter name="q" label="Name or reference" type="search" />
        <Clocks />
      </div>
      <Answer of={matrix}>
        {(told) => (
          <>
            {told.total === 0 ? (
              <Empty>No entry is like that: take a filter out, or add a UN list with sayso lists add un FILE.</Empty>
            ) : (
              <>
                <div className="matrix">
                <Table
                  caption={`${counted(told.total, "entry")}, ${plain(measure)}; seen on ${told.as_of}`}
                  rows={told.results}
                  keyOf={(row) => row.reference}
                  to={(row) => to(["entry", row.reference])}
                  columns={[
                    {
                      name: "Entry",
                      cell: (row) => (
                        <div>
                          <Link to={to(["entry", row.reference])}>{row.reference}</Link> <bdi>{row.name}</bdi>
                          <div className="from">listed {row.due}</div>
                        </div>
                      ),
                    },
                    ...told.states.map((state, place) => ({
                      name: state.stands_for > 0 ? `${state.state} +${state.stands_for}` : state.state,
                      cell: (row: Told["results"][number]) => <One cell={row.cells[place]} row={row} name={state.name} />,
                    })),
                  ]}
                />
                </div>
                <Pager {...told} />
              </>
            )}
            <Legend states={told.states} />
            <Limits note={told.note} limits={told.limits} />
          </>
        )}
      </Answer>
    </>
  );
}

interface OneProps {
  readonly cell: Cell | undefined;
  readonly row: Told["results"][number];
  readonly name: string;
}

/** One cell: its sign and word, its lag where one is known, and that the state replied. */
function One({ cell, row, name }: OneProps) {
  const { to } = useSeen();
  if (cell === undefined) return null;
  const lag = cell.lag_hours === null ? "" : hours(cell.lag_hours);
  const told = `${row.reference} in ${name}: ${lookOf(standingOf(cell), LOOKS).word}${lag && `, lag ${lag}`}${cell.replies > 0 ? ", with a reply" : ""}`;
  return (
    <Link className="cell" to={to([cell.state, row.reference], { measure: row.measure })} aria-label={told} title={told}>
      <Status of={standingOf(cell)} looks={SHORT} />
      {lag && <span className="lag-words">{lag}</span>}
      {cell.replies > 0 && <span aria-hidden="true"> ↩</span>}
    </Link>
  );
}

/** What the signs mean, and which states the codes stand for. */
function Legend({ states }: { readonly states: Told["states"] }) {
  const { to } = useSeen();
  return (
    <details className="legend">
      <summary>Signs and codes</summary>
      <dl className="facts">
        {Object.keys(LOOKS).map((key) => (
          <div key={key} className="pair">
            <dt>
              <Status of={key} looks={SHORT} />
            </dt>
            <dd>
              {lookOf(key, LOOKS).word}: {MEANS[key]}
            </dd>
          </div>
        ))}
        <div className="pair">
          <dt aria-hidden="true">↩</dt>
          <dd>the state replied: its words stand with the evidence</dd>
        </div>
        {states.map((one) => (
          <div key={one.state} className="pair">
            <dt>{one.state}</dt>
            <dd>
              <Link to={to([one.state])}>{one.name}</Link>
              {one.stands_for > 0 && ` and ${one.stands_for} members of whom no more is known than of its acts`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="from">Of every other member of the United Nations nothing is held: all is unknown, which is not non-compliance.</p>
    </details>
  );
}
