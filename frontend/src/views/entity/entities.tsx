/** The parties, places and things that documents speak of; one of them opens whole. */
import { useAnswer } from "../../api/answer";
import { ENTITY_TYPES, LISTINGS, ORDERS } from "../../api/words";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Entity } from "./entity";

export default function Entities({ rest, query }: ViewProps) {
  const [id] = rest;
  return id === undefined ? <List query={query} /> : <Entity id={id} query={query} />;
}

function List({ query }: { readonly query: URLSearchParams }) {
  const asked = {
    q: query.get("q"),
    type: query.get("type"),
    listing: query.get("listing"),
    sort: query.get("sort"),
    offset: query.get("offset"),
  };
  const entities = useAnswer("/api/v1/entities", {}, { ...asked, limit: 50 });
  return (
    <>
      <Head title="Parties and places" lead="Who and what the documents speak of, and how each stands to the lists." path="/entities" query={asked} />
      <div className="filters">
        <Filter name="q" label="Name" type="search" />
        <Filter name="type" label="Type" options={ENTITY_TYPES} />
        <Filter name="listing" label="Listing" options={LISTINGS} words={{ none: "not listed" }} />
        <Filter name="sort" label="Order" options={ORDERS.filter((one) => one !== "claims")} any="claims" words={{ roots: "independent sources" }} />
      </div>
      <Answer of={entities}>
        {(page) =>
          page.total === 0 ? (
            <Empty>
              <p>
                Nobody held is called so. Take a filter out, or{" "}
                <Link to={address(["screening"], { q: asked.q })}>screen the name against the lists</Link>.
              </p>
            </Empty>
          ) : (
            <>
              <Table
                caption={`${page.total.toLocaleString("en")} parties, places and things`}
                rows={page.results}
                keyOf={(one) => one.id}
                to={(one) => address(["entities", one.id])}
                columns={[
                  { name: "Name", cell: (one) => <Named party={one} standing={one.standing} /> },
                  { name: "Type", cell: (one) => one.type },
                  { name: "Independent sources", isNumber: true, cell: (one) => one.roots },
                  { name: "Claims", isNumber: true, cell: (one) => one.claims },
                  { name: "Documents", isNumber: true, cell: (one) => one.documents },
                  { name: "Findings", isNumber: true, cell: (one) => one.finding_count },
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
