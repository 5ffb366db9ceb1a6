/** The documents held; one of them is read beside its claims. */
import { useAnswer } from "../../api/answer";
import { DOCUMENT_KINDS } from "../../api/words";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Tabs } from "../../parts/tabs";
import { Answer, Empty } from "../../parts/waiting";
import { address, type Query } from "../../route";
import type { ViewProps } from "..";
import { Reading } from "./reading";
import { Sources } from "./sources";

export default function Documents({ rest, query }: ViewProps) {
  const [id] = rest;
  return id === undefined ? <List query={query} /> : <Reading id={id} query={query} />;
}

function List({ query }: { readonly query: URLSearchParams }) {
  const asked = {
    q: query.get("q"),
    kind: query.get("kind"),
    since: query.get("since"),
    until: query.get("until"),
    offset: query.get("offset"),
  };
  const isSources = query.get("tab") === "sources";
  return (
    <>
      <Head
        title="Documents"
        lead="Everything that claims are taken from, as it was added."
        path={isSources ? "/sources" : "/documents"}
        query={isSources ? {} : asked}
      >
        <Link className="button" to={address(["add"])}>
          Add
        </Link>
      </Head>
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "held", title: "Held", show: () => <Held asked={asked} /> },
          { key: "sources", title: "Cited, and to obtain", show: () => <Sources offset={asked.offset} /> },
        ]}
      />
    </>
  );
}

function Held({ asked }: { readonly asked: Query }) {
  const documents = useAnswer("/api/v1/documents", {}, { ...asked, limit: 50 });
  return (
    <>
      <div className="filters">
        <Filter name="q" label="Title or publisher" type="search" />
        <Filter name="kind" label="Kind" options={DOCUMENT_KINDS} />
        <Filter name="since" label="Since" type="date" />
        <Filter name="until" label="Until" type="date" />
      </div>
      <Answer of={documents}>
        {(page) =>
          page.total === 0 ? (
            <Empty>
              <p>
                No document is like that. <Link to={address(["add"])}>Add some</Link>, or <code>sayso add PATH</code>.
              </p>
            </Empty>
          ) : (
            <>
              <Table
                caption={`${page.total.toLocaleString("en")} documents`}
                rows={page.results}
                keyOf={(one) => one.id}
                to={(one) => address(["documents", one.id])}
                columns={[
                  { name: "Published", cell: (one) => <span className="day">{one.published ?? "no date"}</span> },
                  { name: "Publisher", cell: (one) => <bdi>{one.publisher ?? "not known"}</bdi> },
                  {
                    name: "Title",
                    cell: (one) => (
                      <Link to={address(["documents", one.id])}>
                        <bdi>{one.name}</bdi>
                      </Link>
                    ),
                  },
                  { name: "Kind", cell: (one) => one.kind },
                  { name: "Claims", isNumber: true, cell: (one) => one.claims },
                  { name: "Refused", isNumber: true, cell: (one) => one.refused },
                  { name: "Handling", cell: (one) => one.handling },
                ]}
              />
              <Pager {...page} />
            </>
          )
        }
      </Answer>
    </>
  );
}
