/** What documents tell of every state: records as a list, and findings that may concern a measure. */
import { useAnswer } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { OfState } from "./gaps";
import { Clocks } from "./limits";
import { Questions } from "./questions";
import { useSeen } from "./seen";
import { counted, plain, valueOf } from "./words";

const KINDS = [
  "implementation_report",
  "assets_frozen",
  "travel_event",
  "exemption_request",
  "arms_incident",
  "fatf_rating",
  "recommendation",
  "transposition",
  "reply",
];

interface Props {
  readonly query: URLSearchParams;
}

export function AllRecords({ query }: Props) {
  const { times, to } = useSeen();
  const asked = { state: query.get("state"), kind: query.get("kind"), all: query.get("all") };
  const records = useAnswer("/api/v1/states/records", {}, { ...times, ...asked, offset: query.get("offset"), limit: 50 });
  return (
    <>
      <div className="filters">
        <OfState />
        <Filter name="kind" label="Kind" options={KINDS} />
        <Filter name="all" label="Corrected ones too" options={["true"]} any="no" />
        <Clocks />
      </div>
      <Answer of={records}>
        {(told) => (
          <>
            {told.total === 0 && (
              <Empty>
                Nothing is recorded. <code>sayso states template assets_frozen &gt; frozen.csv</code> prints a file to fill in, and{" "}
                <code>sayso states import frozen.csv --by NAME</code> records it.
              </Empty>
            )}
            {told.total > 0 && (
              <Table
                caption={counted(told.total, "record")}
                rows={told.results}
                keyOf={(one) => one.id}
                to={(one) => to([one.state], { tab: "told" })}
                columns={[
                  { name: "State", cell: (one) => <Link to={to([one.state], { tab: "told" })}>{one.name}</Link> },
                  { name: "On", cell: (one) => one.on },
                  { name: "Kind", cell: (one) => plain(one.kind) },
                  { name: "What it tells", cell: (one) => <bdi>{summed(one.fields, one.text)}</bdi> },
                  { name: "Document", cell: (one) => `${one.document["title"] ?? ""}${one.held ? "" : " (not held)"}` },
                  { name: "Replies", isNumber: true, cell: (one) => one.replies.length },
                  { name: "Corrected by", cell: (one) => one.corrected_by ?? "" },
                ]}
              />
            )}
            <Pager {...told} />
            <p className="from">{told.note}</p>
          </>
        )}
      </Answer>
    </>
  );
}

function summed(fields: Readonly<Record<string, string>>, words: string): string {
  const told = Object.entries(fields).map(([name, value]) => `${plain(name)}: ${valueOf(name, value)}`);
  return [...told, ...(words === "" ? [] : [`“${words}”`])].join("; ");
}

export function AllQuestions({ query }: Props) {
  const { times } = useSeen();
  const asked = { state: query.get("state"), unsure: query.get("unsure") };
  const questions = useAnswer("/api/v1/states/questions", {}, { ...times, ...asked, offset: query.get("offset"), limit: 50 });
  return (
    <>
      <div className="filters">
        <Filter name="state" label="State" type="search" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} />
        <Clocks />
      </div>
      <Answer of={questions}>
        {(told) => (
          <>
            <Questions of={told.results} beside={told} />
            <Pager {...told} />
          </>
        )}
      </Answer>
    </>
  );
}
