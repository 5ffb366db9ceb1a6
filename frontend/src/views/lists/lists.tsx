/** The sanctions lists held: releases, what changed between two, and each entry with its history. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Entry } from "./entry";
import { Releases } from "./releases";

export default function Lists({ rest, query }: ViewProps) {
  const [authority, id] = rest;
  if (authority === "entry" && id !== undefined) return <Entry id={id} query={query} />;
  return authority === undefined ? <All /> : <Releases authority={authority} query={query} />;
}

function All() {
  const lists = useAnswer("/api/v1/lists");
  return (
    <>
      <Head title="Lists" lead="What is held of each authority's list, and which release is in force." path="/lists" />
      <Answer of={lists}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty>
              No list is held: <code>sayso lists update</code>, or <code>sayso lists add</code>.
            </Empty>
          ) : (
            <Table
              caption={`${results.length} lists`}
              rows={results}
              keyOf={(one) => one.authority}
              to={(one) => address(["lists", one.authority])}
              columns={[
                { name: "List", cell: (one) => <Link to={address(["lists", one.authority])}>{one.title}</Link> },
                { name: "In force", cell: (one) => one.in_force ?? "none" },
                { name: "Entries", isNumber: true, cell: (one) => one.entries.toLocaleString("en") },
                { name: "Releases held", isNumber: true, cell: (one) => one.releases },
              ]}
            />
          )
        }
      </Answer>
    </>
  );
}
