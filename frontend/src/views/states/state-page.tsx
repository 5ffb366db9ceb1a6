/** One state: its law, what is shown, what is not, how late, what differs, and what people are to confirm. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Tabs } from "../../parts/tabs";
import { Answer, Empty } from "../../parts/waiting";
import { quoted } from "../../parts/quoted";
import { address } from "../../route";
import { CellStatus, Cells, hours } from "./cell";
import { LagChart } from "./lag-chart";
import { Limits } from "./states";

type StateTold = AnswerTo<"/api/v1/states/{state}">;

interface Props {
  readonly state: string;
  readonly query: URLSearchParams;
}

export function StatePage({ state, query }: Props) {
  const told = useAnswer("/api/v1/states/{state}", { state });
  return (
    <Answer of={told} isWhole>
      {(page) => (
        <>
          <Head
            title={`${page.name} (${page.state})`}
            lead={`${page.carried_out} of ${page.obligations} obligations are shown to be carried out; ${page.unknown} unknown`}
          />
          <Tabs
            at={query.get("tab")}
            tabs={[
              { key: "sum", title: "At a glance", show: () => <Sum page={page} /> },
              { key: "lag", title: "Lag", show: () => <Lag state={page.state} query={query} /> },
              { key: "gaps", title: "Gaps", show: () => <Gaps state={page.state} query={query} /> },
              { key: "differences", title: `Differences (${page.differences})`, show: () => <Differences state={page.state} query={query} /> },
              { key: "confirm", title: `To confirm (${page.to_confirm})`, show: () => <Confirm page={page} /> },
            ]}
          />
          <Limits note={page.note} limits={page.limits} />
        </>
      )}
    </Answer>
  );
}

/** How a state's law takes listings up, and the words that say so. */
interface Law {
  readonly since: string | null;
  readonly evidence: { readonly title: string; readonly locator: string; readonly text: string; readonly address: string | null } | null;
}

function Sum({ page }: { readonly page: StateTold }) {
  const law = page.law as unknown as Law | null;
  return (
    <>
      <dl className="facts">
        <dt>Law</dt>
        <dd>
          {page.model.replaceAll("_", " ")}
          {law?.since && ` since ${law.since}`}
          {law?.evidence && (
            <figure>
              <blockquote className="words" dir="auto">
                {quoted(law.evidence.text)}
              </blockquote>
              <figcaption className="from">
                {law.evidence.title}, {law.evidence.locator}
                {law.evidence.address && ` · ${law.evidence.address}`}
              </figcaption>
            </figure>
          )}
        </dd>
        {Object.entries(page.by_status).map(([status, count]) => (
          <div key={status} className="pair">
            <dt>
              <CellStatus of={status} />
            </dt>
            <dd>{count.toLocaleString("en")}</dd>
          </div>
        ))}
        <dt>Median lag</dt>
        <dd>{hours(page.median_lag_hours)}</dd>
        <dt>Worst lag</dt>
        <dd>{hours(page.worst_lag_hours)}</dd>
        <dt>Last evidence</dt>
        <dd>{page.last_evidence ?? "none"}</dd>
        {page.members.length > 0 && (
          <>
            <dt>Holds for</dt>
            <dd>{page.members.join(", ")}</dd>
          </>
        )}
      </dl>
      {page.questions.length > 0 && (
        <>
          <h2>To look at</h2>
          <ul>
            {page.questions.map((one, place) => (
              <li key={place}>{Object.values(one).join(": ")}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Lag({ state, query }: Props) {
  const lag = useAnswer("/api/v1/states/lag", {}, { state, limit: 500, offset: query.get("offset") });
  return (
    <Answer of={lag}>
      {(told) =>
        told.total === 0 ? (
          <Empty>No lag is known: nothing held shows when a measure was carried out.</Empty>
        ) : (
          <>
            <LagChart cells={told.rows} />
            <Table
              caption="By year and by regime of listing"
              rows={told.slices}
              keyOf={(one) => `${one.by} ${one.key}`}
              columns={[
                { name: "By", cell: (one) => `${one.by} ${one.key}` },
                { name: "Known", isNumber: true, cell: (one) => one.known },
                { name: "Within 24 h, proven", isNumber: true, cell: (one) => one.proven },
                { name: "Perhaps", isNumber: true, cell: (one) => one.possible },
                { name: "Later", isNumber: true, cell: (one) => one.late },
                { name: "Median", cell: (one) => hours(one.median_lag_hours) },
                { name: "Worst", cell: (one) => hours(one.worst_lag_hours) },
              ]}
            />
            <Cells caption={`${told.total} lags`} cells={told.rows} isOne />
            <Pager {...told} />
          </>
        )
      }
    </Answer>
  );
}

function Gaps({ state, query }: Props) {
  const asked = { status: query.get("status"), regime: query.get("regime"), measure: query.get("measure"), offset: query.get("offset") };
  const gaps = useAnswer("/api/v1/states/gaps", {}, { state, ...asked, limit: 50 });
  return (
    <>
      <div className="filters">
        <Filter name="status" label="Status" options={["late", "missing", "unknown"]} />
        <Filter name="measure" label="Measure" options={["assets_freeze", "travel_ban", "arms_embargo"]} />
        <Filter name="regime" label="Regime" type="search" />
      </div>
      <Answer of={gaps}>
        {(told) => (
          <>
            <Cells caption={`${told.total.toLocaleString("en")} late, missing, unknown or to be confirmed`} cells={told.rows} isOne />
            <Pager {...told} />
          </>
        )}
      </Answer>
    </>
  );
}

function Differences({ state, query }: Props) {
  const differences = useAnswer("/api/v1/states/differences", {}, { state, offset: query.get("offset"), limit: 50 });
  return (
    <Answer of={differences}>
      {(told) => (
        <>
          <Table
            caption={`${told.total.toLocaleString("en")} differences`}
            rows={told.differences.map((one, place) => ({ ...one, place }))}
            keyOf={(one) => String(one.place)}
            columns={[
              { name: "Entry", cell: (one) => <Link to={address(["states", "entry", one.reference])}>{one.reference}</Link> },
              { name: "What", cell: (one) => `${one.kind.replaceAll("_", " ")}: ${one.field}` },
              { name: "UN", cell: (one) => <bdi>{one.un ?? "absent"}</bdi> },
              { name: "National", cell: (one) => <bdi>{one.national ?? "absent"}</bdi> },
            ]}
          />
          <Pager {...told} />
        </>
      )}
    </Answer>
  );
}

function Confirm({ page }: { readonly page: StateTold }) {
  if (page.links_to_confirm.length === 0) return <Empty>No link by name waits for a person.</Empty>;
  return (
    <>
      <p className="lead">A name alone ties these entries. Until a person confirms it, nothing follows from it.</p>
      <Cells caption="Links by name" cells={page.links_to_confirm} isOne />
    </>
  );
}
