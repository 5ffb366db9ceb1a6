/** A small network that grows by questions: it begins at one party or finding, and goes on a step at a time. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import { withoutStatus } from "../findings/findings";
import type { ViewProps } from "..";
import { About } from "../../parts/about";
import { Drawn } from "./drawn";
import { gexfOf, saved } from "./gexf";
import "./network.css";

type NetworkTold = AnswerTo<"/api/v1/network">;
type Node = NetworkTold["nodes"][number];
type Edge = NetworkTold["edges"][number];

/** What is selected: a party, or all that is said between two. */
export type Selected = { readonly node: string } | { readonly between: readonly [string, string] } | null;

export default function Network({ query }: ViewProps) {
  const about = query.get("about");
  const asked = {
    about,
    expand: query.get("expand"),
    hops: query.get("hops") ?? "1",
    status: query.get("status"),
    type: query.get("type"),
    unsure: query.get("unsure"),
  };
  const network = useAnswer("/api/v1/network", about === null ? null : {}, asked);
  return (
    <>
      <Head title="Network" lead="Who is said to be tied to whom. A line is what somebody says; it opens its sentences." cite="Network">
        {network.data && (
          <button type="button" onClick={() => saved("network.gexf", gexfOf(network.data as NetworkTold))}>
            GEXF
          </button>
        )}
      </Head>
      <div className="filters">
        <About />
        <Filter name="hops" label="Steps" options={["2", "3"]} any="1" />
        <Filter name="status" label="Status" options={["contested", "denied", "corroborated", "asserted", "hedged", "unclear"]} />
        <Filter name="type" label="Type" options={["Person", "ArmedGroup", "Organisation", "PublicBody", "Facility", "Place"]} />
        <Filter name="unsure" label="Read unsurely" options={["true"]} />
      </div>
      {about === null ? (
        <Empty>
          <p>
            A network begins with somebody: name a party above, or press “Network” where one is shown. Drawn whole it would be a
            tangle that answers nothing.
          </p>
        </Empty>
      ) : (
        <Answer of={network}>{(told) => <Shown told={told} expand={query.get("expand") ?? ""} />}</Answer>
      )}
    </>
  );
}

function Shown({ told, expand }: { readonly told: NetworkTold; readonly expand: string }) {
  const [selected, setSelected] = useState<Selected>(null);
  const byId = new Map(told.nodes.map((node) => [node.id, node]));
  return (
    <>
      <div className="network">
        <Drawn told={told} selected={selected} select={setSelected} />
        <aside className="card" aria-label="What is selected" aria-live="polite">
          <Detail selected={selected} byId={byId} edges={told.edges} expand={expand} />
          {told.remainder && <p className="from">Not drawn: {told.remainder}.</p>}
        </aside>
      </div>
      <Table
        caption={`The same as a table: ${told.edges.length} findings`}
        rows={told.edges}
        keyOf={(edge) => edge.id}
        to={(edge) => address(["findings", edge.id])}
        columns={[
          { name: "From", cell: (edge) => <End node={byId.get(edge.source)} /> },
          { name: "Said", cell: (edge) => <Link to={address(["findings", edge.id])}>{edge.predicate.replaceAll("_", " ")}</Link> },
          { name: "To", cell: (edge) => <End node={byId.get(edge.target)} /> },
          { name: "Status", cell: (edge) => <Status of={edge.status} /> },
          { name: "For", isNumber: true, cell: (edge) => edge.positive_roots },
          { name: "Against", isNumber: true, cell: (edge) => edge.negative_roots },
        ]}
      />
    </>
  );
}

function End({ node }: { readonly node: Node | undefined }) {
  return node === undefined ? null : <Named party={node} standing={node.standing} />;
}

interface DetailProps {
  readonly selected: Selected;
  readonly byId: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  readonly expand: string;
}

function Detail({ selected, byId, edges, expand }: DetailProps) {
  if (selected === null) return <p className="lead">Choose a party or a line.</p>;
  if ("node" in selected) {
    const node = byId.get(selected.node);
    if (node === undefined) return null;
    const own = edges.filter((edge) => edge.source === node.id || edge.target === node.id);
    return (
      <>
        <h2>
          <Named party={node} standing={node.standing} />
        </h2>
        <p className="from">
          {node.type} · {node.degree} findings
        </p>
        <Expand node={node.id} expand={expand} />
        <Said edges={own} />
      </>
    );
  }
  const [one, other] = selected.between;
  const both = edges.filter((edge) => [edge.source, edge.target].sort().join() === [one, other].sort().join());
  return (
    <>
      <h2>
        {byId.get(one)?.name} and {byId.get(other)?.name}
      </h2>
      <Said edges={both} />
    </>
  );
}

function Expand({ node, expand }: { readonly node: string; readonly expand: string }) {
  const open = expand.split(",").filter(Boolean);
  const isOpen = open.includes(node);
  const next = isOpen ? open.filter((one) => one !== node) : [...open, node];
  return (
    <p className="tools">
      <button type="button" aria-pressed={isOpen} onClick={() => ask({ expand: next.join(",") }, "push")}>
        {isOpen ? "Collapse" : "Expand by one step"}
      </button>
      <Link className="button" to={address(["network"], { about: node })}>
        Begin here
      </Link>
    </p>
  );
}

function Said({ edges }: { readonly edges: readonly Edge[] }) {
  return (
    <ul className="plain">
      {edges.map((edge) => (
        <li key={edge.id}>
          <Status of={edge.status} />{" "}
          <Link to={address(["findings", edge.id])}>
            <span dir="auto">{withoutStatus(edge.says)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
