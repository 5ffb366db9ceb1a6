/** Findings: what is said of one thing by all who say it, with how it stands; one of them opens whole. */
import { useAnswer } from "../../api/answer";
import { STATUSES } from "../../api/words";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Finding } from "./finding";

export default function Findings({ rest, query }: ViewProps) {
  const [id] = rest;
  return id === undefined ? <List query={query} /> : <Finding id={id} />;
}

function List({ query }: { readonly query: URLSearchParams }) {
  const asked = {
    q: query.get("q"),
    status: query.get("status"),
    entity: query.get("entity"),
    place: query.get("place"),
    since: query.get("since"),
    until: query.get("until"),
    unsure: query.get("unsure"),
    offset: query.get("offset"),
  };
  const findings = useAnswer("/api/v1/findings", {}, { ...asked, limit: 50 });
  return (
    <>
      <Head
        title="Findings"
        lead="What is said, with all who say it and all who deny it. What matters most stands first."
        path="/findings"
        query={asked}
      />
      <div className="filters">
        <Filter name="q" label="Words" type="search" />
        <Filter name="status" label="Status" options={STATUSES} />
        <Filter name="entity" label="Party" type="search" />
        <Filter name="place" label="Place" type="search" />
        <Filter name="since" label="Since" type="date" />
        <Filter name="until" label="Until" type="date" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} />
      </div>
      <Answer of={findings}>
        {(page) => (
          <>
            {page.total === 0 && <Empty>No finding is like that: take a filter out, or a word.</Empty>}
            {page.total > 0 && (
              <Table
                caption={`${page.total.toLocaleString("en")} findings`}
                rows={page.results}
                keyOf={(one) => one.id}
                to={(one) => address(["findings", one.id])}
                columns={[
                  { name: "Status", cell: (one) => <Status of={one.status} /> },
                  {
                    name: "What is said",
                    cell: (one) => (
                      <Link to={address(["findings", one.id])}>
                        <span dir="auto">{withoutStatus(one.says)}</span>
                      </Link>
                    ),
                  },
                  { name: "For", isNumber: true, cell: (one) => one.positive_roots },
                  { name: "Against", isNumber: true, cell: (one) => one.negative_roots },
                  { name: "Why it stands so", cell: (one) => <span dir="auto">{one.explanation}</span> },
                ]}
              />
            )}
            {page.waiting > 0 && (
              <p className="from">
                {page.waiting} more were read unsurely and wait in <Link to={address(["review"])}>review</Link>.
              </p>
            )}
            <Pager {...page} />
          </>
        )}
      </Answer>
    </>
  );
}

/** Take the status off the front: it has its own column. */
export function withoutStatus(says: string): string {
  return says.replace(/^[a-z -]+: /, "");
}
