/** What is late, missing, unknown or to be confirmed: in every state of which something is held, or in one. */
import { useAnswer } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Pager } from "../../parts/pager";
import { Answer, Empty } from "../../parts/waiting";
import { Cells } from "./cell";
import { Clocks, Limits } from "./limits";
import { useSeen } from "./seen";
import { counted, MEASURES } from "./words";

interface Props {
  readonly query: URLSearchParams;
  /** Of one state alone. */
  readonly state?: string;
}

/** Give what the gaps are asked with, for the list and for its files. */
export function gapsAsked(query: URLSearchParams, state: string | null) {
  const names = ["measure", "status", "regime", "since", "q", "to_confirm"] as const;
  const asked = Object.fromEntries(names.map((name) => [name, query.get(name)]));
  const isNarrowed = state !== null || asked["status"] !== null || asked["to_confirm"] !== null;
  return { ...asked, state, known: !isNarrowed && query.get("known") !== "false" };
}

export function Gaps({ query, state }: Props) {
  const { times } = useSeen();
  const asked = gapsAsked(query, state ?? query.get("state"));
  const gaps = useAnswer("/api/v1/states/gaps", {}, { ...times, ...asked, offset: query.get("offset"), limit: 50 });
  return (
    <>
      <div className="filters">
        {state === undefined && <OfState />}
        <Filter name="status" label="Status" options={["late", "missing", "unknown"]} />
        <Filter name="to_confirm" label="To confirm" options={["true"]} />
        <Filter name="measure" label="Measure" options={MEASURES} />
        <Filter name="regime" label="Regime" type="search" />
        <Filter name="since" label="Listed since" type="date" />
        <Filter name="q" label="Name or reference" type="search" />
        <Clocks />
      </div>
      <Answer of={gaps}>
        {(told) => (
          <>
            {asked.known && (
              <p className="lead">
                Late, missing, or carried out at a time not known. What is unknown altogether is counted on each state’s line, and listed where a
                state or a status is chosen.
              </p>
            )}
            {told.total === 0 ? (
              <Empty>No gap of this kind is known. That says nothing of what is not held.</Empty>
            ) : (
              <Cells caption={counted(told.total, "gap")} cells={told.results} isOne={state !== undefined} />
            )}
            <Pager {...told} />
            {state === undefined && <Limits note={told.note} limits={told.limits} />}
          </>
        )}
      </Answer>
    </>
  );
}

/** Choose a state among those of which something is held. */
export function OfState() {
  const { times } = useSeen();
  const states = useAnswer("/api/v1/states", {}, { ...times, limit: 500 });
  return <Filter name="state" label="State" options={states.data?.results.map((one) => one.state) ?? []} />;
}
