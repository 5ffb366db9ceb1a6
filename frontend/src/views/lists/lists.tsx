/** The sanctions lists held: releases, what changed between two, and each entry with its history. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Entry } from "./entry";
import { Find } from "./find";
import { Releases } from "./releases";
import "./lists.css";

export default function Lists({ rest, query }: ViewProps) {
  const [authority, id] = rest;
  if (authority === "entry" && id !== undefined) return <Entry id={id} query={query} />;
  return authority === undefined ? <All /> : <Releases authority={authority} query={query} />;
}

function All() {
  const lists = useAnswer("/api/v1/lists", {}, { limit: 500 });
  const project = useAnswer("/api/v1/project");
  const ages = new Map(project.data?.lists.map((one) => [one.authority, one]));
  return (
    <>
      <Head title="Lists" lead="What is held of each authority's list, and which release is in force." path="/lists" />
      <Find />
      <Answer of={lists}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty>
              No list is held: <code>sayso lists update</code> asks each authority for its newest release, <code>sayso lists add</code> takes a file.
            </Empty>
          ) : (
            <Table
              caption={`${results.length} ${results.length === 1 ? "list" : "lists"}`}
              rows={results}
              keyOf={(one) => one.authority}
              to={(one) => address(["lists", one.authority])}
              columns={[
                { name: "List", cell: (one) => <Link to={address(["lists", one.authority])}>{one.title}</Link> },
                { name: "In force", cell: (one) => one.in_force ?? "none" },
                { name: "Age", cell: (one) => <Age of={ages.get(one.authority)} /> },
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

function Age({ of: age }: { readonly of: { readonly age_days: number | null; readonly old: boolean } | undefined }) {
  if (age === undefined || age.age_days === null) return null;
  const days = `${age.age_days.toLocaleString("en")} days`;
  if (!age.old) return days;
  return (
    <span className="warning">
      ⚠ {days}: <code>sayso lists update</code>
    </span>
  );
}
