/** A state at a glance: how its law takes listings up, and how its measures stand. */
import { useAnswer } from "../../api/answer";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Proved } from "./proof";
import { useSeen } from "./seen";
import type { StateTold } from "./state-page";
import { evidence, hours, LOOKS, plain } from "./words";

/** How the answer calls what is carried out at a time not known. */
const UNDATED = "carried_out_undated";
/** Entries named beside one question, at most. */
const MOST_ALIKE = 5;

interface Props {
  readonly page: StateTold;
  readonly query: URLSearchParams;
}

export function Sum({ page, query }: Props) {
  const cases = Object.keys(page.by_status).filter((status) => counted(page, status) > 0);
  if (counted(page, UNDATED) > 0) cases.push(UNDATED);
  return (
    <>
      <dl className="facts">
        <dt>Law</dt>
        <dd>
          <Law page={page} />
        </dd>
        <dt>Median lag</dt>
        <dd>{hours(page.median_lag_hours)}</dd>
        <dt>Worst lag</dt>
        <dd>{hours(page.worst_lag_hours)}</dd>
        <dt>Last evidence</dt>
        <dd>{evidence(page)}</dd>
        {page.via && (
          <>
            <dt>Acts of</dt>
            <dd>{page.via} hold for it, and are shown here as such</dd>
          </>
        )}
        {page.members.length > 0 && (
          <>
            <dt>Holds for</dt>
            <dd>{page.members.join(", ")}</dd>
          </>
        )}
      </dl>
      <Table
        caption={
          page.is_outside
            ? "Measures of the UN list of which something is shown, as far as the entry still stands"
            : "Measures that the UN list obliges to, as far as the entry still stands"
        }
        rows={Object.entries(page.by_measure)}
        keyOf={([measure]) => measure}
        columns={[
          { name: "Measure", cell: ([measure]) => plain(measure) },
          ...cases.map((one) => ({
            name: LOOKS[one === UNDATED ? "undated" : one]?.word ?? plain(one),
            isNumber: true,
            cell: ([, counts]: [string, Readonly<Record<string, number>>]) => (counts[one] ?? 0).toLocaleString("en"),
          })),
        ]}
      />
      <p className="from signs">
        {cases.map((one) => (
          <Status key={one} of={one === UNDATED ? "undated" : one} looks={LOOKS} />
        ))}
      </p>
      <ToLookAt page={page} query={query} />
    </>
  );
}

function counted(page: StateTold, status: string): number {
  return Object.values(page.by_measure).reduce((sum, counts) => sum + (counts[status] ?? 0), 0);
}

/** How the state's law takes listings up, and the words that say so. */
function Law({ page }: { readonly page: StateTold }) {
  const { law } = page;
  return (
    <>
      {plain(page.model)}
      {law && (
        <>
          {law.since && ` since ${law.since}`}: {law.measures.map(plain).join(", ")};{" "}
          {law.regimes.length > 0 ? `regimes ${law.regimes.join(", ")}` : "every regime"}
          <Proved by={law.evidence} />
        </>
      )}
    </>
  );
}

/** Each question once, with the entries that it is about; page by page. */
function ToLookAt({ page, query }: Props) {
  const { times, to } = useSeen();
  const offset = query.get("offset");
  const later = useAnswer("/api/v1/states/{state}", offset === null ? null : { state: page.state }, { ...times, offset });
  const part = offset === null ? page : later.data;
  const about = new Map<string, string[]>();
  for (const { reference = "", question = "" } of part?.questions ?? []) about.set(question, [...(about.get(question) ?? []), reference]);
  if (page.totals.questions === 0) return null;
  return (
    <details open={offset !== null}>
      <summary>To look at ({page.totals.questions.toLocaleString("en")})</summary>
      <ul>
        {[...about].map(([question, references]) => (
          <li key={question}>
            {references.slice(0, MOST_ALIKE).map((reference) => (
              <span key={reference}>
                <Link to={to([page.state, reference])}>{reference}</Link>{" "}
              </span>
            ))}
            {references.length > MOST_ALIKE && `and ${references.length - MOST_ALIKE} more`}: {question}
          </li>
        ))}
      </ul>
      {part && <Pager total={part.totals.questions} limit={part.limit} offset={part.offset} />}
    </details>
  );
}
