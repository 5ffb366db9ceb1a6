/** A small network that grows by questions: it begins at one party or finding, and goes on a step at a time. */
import { useCallback } from "react";
import { useAnswer } from "../../api/answer";
import { useLast } from "../../api/resource";
import { About } from "../../parts/about";
import { Filter } from "../../parts/filter";
import { Head, cited } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import { withoutStatus } from "../findings/findings";
import type { ViewProps } from "..";
import { Detail } from "./detail";
import { Drawn } from "./drawn";
import type { NetworkTold, Node } from "./looks";
import { pictureOf, pngOf, save } from "./picture";
import "./network.css";

export default function Network({ query }: ViewProps) {
  const about = query.get("about");
  const expanded = (query.get("expand") ?? "").split(",").filter(Boolean);
  const asked = {
    about,
    expand: expanded,
    hops: query.get("hops") ?? "1",
    status: query.get("status"),
    type: query.get("type"),
    unsure: query.get("unsure"),
    most: query.get("most"),
  };
  const network = useLast(useAnswer("/api/v1/network", about === null ? null : {}, asked));
  return (
    <>
      <Head
        title="Network"
        lead="Who is said to be tied to whom. A line is what somebody says; it opens its sentences."
        cite={titleOf(network.data)}
        {...(about !== null && { path: "/network", query: asked, files: ["gexf"] })}
      >
        {network.data && <Pictures told={network.data} />}
      </Head>
      <div className="filters">
        <About />
        <Filter name="hops" label="Steps" options={["2", "3"]} any="1" />
        <Filter name="status" label="Status" options={["contested", "denied", "corroborated", "asserted", "hedged", "unclear"]} />
        <Filter name="type" label="Other parties" options={["Person", "ArmedGroup", "Organisation", "PublicBody", "Facility", "Place"]} any="of any type" />
        <Filter name="most" label="Parties at most" options={["20", "200", "500", "2000"]} any="80" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} any="left out" />
      </div>
      {about === null ? <Begin /> : <Answer of={network}>{(told) => <Shown told={told} chosen={query.get("at")} expanded={expanded} />}</Answer>}
    </>
  );
}

/** "Network around Al-Liwa Network (not listed): 16 parties, 28 findings". */
function titleOf(told: NetworkTold | null): string {
  if (told === null) return "Network";
  const begun = told.nodes.filter((node) => told.about.includes(node.id)).map(({ name, standing }) => (standing === null ? name : `${name} (${standing})`));
  return `Network around ${begun.join(" and ")}: ${told.nodes.length} parties, ${told.edges.length} findings, each on the word of those who say so`;
}

function Pictures({ told }: { readonly told: NetworkTold }) {
  const svg = () => pictureOf(told, ["Each line is somebody's word, and no more than that.", cited(titleOf(told))]);
  return (
    <>
      <button type="button" onClick={() => save("network.svg", new Blob([svg()], { type: "image/svg+xml" }))}>
        SVG
      </button>
      <button type="button" onClick={() => void pngOf(svg()).then((made) => save("network.png", made))}>
        PNG
      </button>
    </>
  );
}

/** A network is no view of everything: it begins with somebody. */
function Begin() {
  const most = useAnswer("/api/v1/entities", {}, { limit: 40 });
  const parties = (most.data?.results ?? []).filter((one) => one.standing !== null).slice(0, 8);
  return (
    <Empty>
      <p>
        A network begins with somebody: name a party above, or press “Network” where one is shown. Drawn whole it would be a tangle
        that answers nothing.
      </p>
      {parties.length > 0 && (
        <>
          <p>Most is said of:</p>
          <ul className="begin">
            {parties.map((one) => (
              <li key={one.id}>
                <Link className="button" to={address(["network"], { about: one.id })}>
                  <bdi>{one.name}</bdi> ({one.standing})
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Empty>
  );
}

interface ShownProps {
  readonly told: NetworkTold;
  readonly chosen: string | null;
  readonly expanded: readonly string[];
}

function Shown({ told, chosen, expanded }: ShownProps) {
  const byId = new Map(told.nodes.map((node) => [node.id, node]));
  const choose = useCallback((at: string | null) => ask({ at }), []);
  function expand(party: string): void {
    const next = expanded.includes(party) ? expanded.filter((one) => one !== party) : [...expanded, party];
    ask({ expand: next.join(",") }, "push");
  }
  useKeys({
    e: { does: "expand or collapse the party that is chosen", act: () => chosen !== null && byId.has(chosen) && expand(chosen) },
    "← → ↑ ↓": { does: "in the drawing: go from party to party; Enter expands, Escape lets go", act: () => undefined },
  });
  return (
    <>
      <div className="network">
        <Drawn told={told} chosen={chosen} choose={choose} expand={expand} />
        <aside className="card" aria-label="What is chosen" aria-live="polite" tabIndex={0}>
          <Detail told={told} chosen={chosen} expanded={expanded} expand={expand} />
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
          {
            name: "What is said",
            cell: (edge) => (
              <Link to={address(["findings", edge.id])}>
                <span dir="auto">{withoutStatus(edge.says)}</span>
              </Link>
            ),
          },
          { name: "To", cell: (edge) => <End node={byId.get(edge.target)} /> },
          { name: "Status", cell: (edge) => <Status of={edge.status} /> },
          { name: "Who says so", cell: (edge) => <bdi>{edge.affirmed_by || edge.left_open_by}</bdi> },
          { name: "Who denies it", cell: (edge) => <bdi>{edge.denied_by}</bdi> },
        ]}
      />
    </>
  );
}

function End({ node }: { readonly node: Node | undefined }) {
  return node === undefined ? null : <Named party={node} standing={node.standing} />;
}

