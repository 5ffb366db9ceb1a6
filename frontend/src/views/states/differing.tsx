/** How late a state carried measures out, and in what its entries differ from the UN's. */
import { useAnswer } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import { Cells } from "./cell";
import { LagChart } from "./lag-chart";
import { Clocks } from "./limits";
import { useSeen } from "./seen";
import { counted, hours } from "./words";

/** What an entry of a state is to the UN's. */
const KINDS: Readonly<Record<string, string>> = {
  lacks: "the UN entry has it, the state's has not",
  has_more: "the state's entry has it, the UN's has not",
  still_listed: "delisted by the UN, still listed by the state",
  not_followed: "amended by the UN, not by the state",
};
/** As many as the server gives at once. */
const MOST_DRAWN = 500;

interface Props {
  readonly state: string;
  readonly query: URLSearchParams;
}

export function Lag({ state, query }: Props) {
  const { times } = useSeen();
  const lag = useAnswer("/api/v1/states/lag", {}, { ...times, state, limit: MOST_DRAWN, offset: query.get("offset") });
  return (
    <Answer of={lag}>
      {(told) =>
        told.total === 0 ? (
          <Empty>No lag is known: nothing held shows when a measure was carried out.</Empty>
        ) : (
          <>
            <LagChart cells={told.results} />
            {told.total > told.results.length && (
              <p className="from">
                Drawn are {told.results.length.toLocaleString("en")} of {told.total.toLocaleString("en")}; the pages below have the others.
              </p>
            )}
            <Table
              caption="By year and by regime of listing"
              rows={told.slices}
              keyOf={(one) => `${one.by} ${one.key}`}
              columns={[
                { name: "By", cell: (one) => `${one.by} ${one.key}` },
                { name: "Known", isNumber: true, cell: (one) => one.known },
                { name: "Within 24 h, proven", isNumber: true, cell: (one) => one.proven },
                { name: "Possible", isNumber: true, cell: (one) => one.possible },
                { name: "Late", isNumber: true, cell: (one) => one.late },
                { name: "Median", cell: (one) => hours(one.median_lag_hours) },
                { name: "Worst", cell: (one) => hours(one.worst_lag_hours) },
              ]}
            />
            <Cells caption={counted(told.total, "lag")} cells={told.results} isOne />
            <Pager {...told} />
          </>
        )
      }
    </Answer>
  );
}

export function Differences({ state, query }: Props) {
  const { times, to } = useSeen();
  const asked = { state, unsure: query.get("unsure"), offset: query.get("offset"), limit: 50 };
  const differences = useAnswer("/api/v1/states/differences", {}, { ...times, ...asked });
  return (
    <>
      <div className="filters">
        <Filter name="unsure" label="Tied by name alone too" options={["true"]} any="no" />
        <Clocks />
      </div>
      <Answer of={differences}>
        {(told) => (
          <>
            <p className="lead">Each is a question to be looked at, and not a fault.</p>
            <Table
              caption={counted(told.total, "difference")}
              rows={told.results.map((one, place) => ({ ...one, place }))}
              keyOf={(one) => String(one.place)}
              to={(one) => to([state, one.reference])}
              columns={[
                { name: "UN entry", cell: (one) => <Link to={to([state, one.reference])}>{one.reference}</Link> },
                { name: "The state's entry", cell: (one) => <Link to={address(["lists", "entry", one.entry])}>{one.entry}</Link> },
                { name: "What", cell: (one) => `${one.field}: ${KINDS[one.kind] ?? one.kind}` },
                { name: "UN", cell: (one) => <bdi>{one.un ?? "absent"}</bdi> },
                { name: "National", cell: (one) => <bdi>{one.national ?? "absent"}</bdi> },
                { name: "Since", cell: (one) => one.since ?? "" },
                { name: "Days at least", isNumber: true, cell: (one) => one.for_at_least_days?.toLocaleString("en") ?? "" },
              ]}
            />
            <Pager {...told} />
          </>
        )}
      </Answer>
    </>
  );
}
