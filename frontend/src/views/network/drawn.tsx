/** The drawing of a network by sigma; its places come from the server, the same each time. */
import Graph from "graphology";
import { useEffect, useRef, useState } from "react";
import Sigma from "sigma";
import type { AnswerTo } from "../../api/answer";
import { lookOf } from "../../parts/status";
import type { Selected } from "./network";

type NetworkTold = AnswerTo<"/api/v1/network">;

interface Props {
  readonly told: NetworkTold;
  readonly selected: Selected;
  readonly select: (selected: Selected) => void;
}

/** Form and colour of a type: the size tells nothing but how much is said. */
const SHADES: Readonly<Record<string, string>> = {
  Person: "#3a6ea5",
  ArmedGroup: "#8a4b2a",
  Organisation: "#5a7d3a",
  PublicBody: "#6b5b95",
  Facility: "#8c8246",
  Place: "#77818c",
};
/** Of statuses, the one that a line between two shows when several things are said. */
const GRAVEST = ["contested", "disputed_by_third_party", "denied", "primary_differs", "unclear", "hedged"];
const TONES = { said: "#4d8f66", denied: "#c0504d", both: "#b9822b", unclear: "#8b939c" };

export function Drawn({ told, selected, select }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  const [isUnseen, setUnseen] = useState(false);

  useEffect(() => {
    if (box.current === null) return;
    const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
    let drawn: Sigma;
    try {
      drawn = new Sigma(graphOf(told), box.current, {
        renderEdgeLabels: told.edges.length <= 120,
        labelColor: { color: ink },
        edgeLabelColor: { color: ink },
        labelFont: "system-ui, sans-serif",
        edgeLabelFont: "system-ui, sans-serif",
        stagePadding: 60,
        labelDensity: 1.5,
        labelRenderedSizeThreshold: 4,
        defaultEdgeType: "arrow",
        enableEdgeEvents: true,
        allowInvalidContainer: true,
        minEdgeThickness: 1,
      });
    } catch {
      setUnseen(true); // no WebGL: the table says the same
      return;
    }
    drawn.on("clickNode", ({ node }) => select({ node }));
    drawn.on("clickEdge", ({ edge }) => select({ between: drawn.getGraph().extremities(edge) }));
    drawn.on("clickStage", () => select(null));
    sigma.current = drawn;
    return () => drawn.kill();
  }, [told, select]);

  useEffect(() => {
    const drawn = sigma.current;
    if (drawn === null) return;
    const near = nearTo(drawn, selected);
    drawn.setSetting("nodeReducer", (node, look) => (near === null || near.has(node) ? look : { ...look, color: "#c9c9c4", label: "" }));
    drawn.refresh({ skipIndexation: true });
  }, [selected, told]);

  if (isUnseen) return <p className="empty">This browser draws no network; the table below says the same.</p>;
  return (
    <div className="drawing">
      <div ref={box} className="canvas" role="img" aria-label={`Network of ${told.nodes.length} parties; the table below says the same`} />
      <Legend />
      <button type="button" className="picture" onClick={() => savePicture(box.current)}>
        PNG
      </button>
    </div>
  );
}

function graphOf(told: NetworkTold): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  for (const node of told.nodes) {
    graph.addNode(node.id, {
      x: node.x,
      y: node.y,
      label: node.standing ? `${node.name} (${node.standing})` : node.name,
      size: 5 + Math.min(10, Math.sqrt(node.degree) * 2),
      color: SHADES[node.type] ?? "#77818c",
    });
  }
  const between = new Map<string, NetworkTold["edges"][number][]>();
  for (const edge of told.edges) {
    if (edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const key = [edge.source, edge.target].sort().join(" ");
    between.set(key, [...(between.get(key) ?? []), edge]);
  }
  for (const edges of between.values()) {
    const [first] = edges;
    if (first === undefined) continue;
    const status = GRAVEST.find((one) => edges.some((edge) => edge.status === one)) ?? first.status;
    const look = lookOf(status);
    const words = edges.length === 1 ? first.predicate.replaceAll("_", " ") : `${edges.length} findings`;
    graph.addEdge(first.source, first.target, {
      label: `${look.sign} ${words}`,
      size: 1 + Math.min(4, Math.log2(1 + edges.length)),
      color: TONES[look.tone],
    });
  }
  return graph;
}

function nearTo(drawn: Sigma, selected: Selected): Set<string> | null {
  if (selected === null) return null;
  const graph = drawn.getGraph();
  if ("between" in selected) return new Set(selected.between);
  return graph.hasNode(selected.node) ? new Set([selected.node, ...graph.neighbors(selected.node)]) : null;
}

function Legend() {
  return (
    <ul className="legend" aria-label="What the drawing means">
      {Object.entries(SHADES).map(([type, shade]) => (
        <li key={type}>
          <svg width="10" height="10" aria-hidden="true">
            <circle cx="5" cy="5" r="5" fill={shade} />
          </svg>{" "}
          {type.replace(/(?!^)([A-Z])/g, " $1").toLowerCase()}
        </li>
      ))}
      <li>● asserted ⇄ contested ✕ denied ≈ hedged ? unclear</li>
    </ul>
  );
}

/** Put the layers of the drawing together into one picture. */
function savePicture(box: HTMLElement | null): void {
  const layers = [...(box?.querySelectorAll("canvas") ?? [])];
  const [first] = layers;
  if (first === undefined) return;
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [first.width, first.height];
  const pen = picture.getContext("2d");
  if (pen === null) return;
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, picture.width, picture.height);
  for (const layer of layers) pen.drawImage(layer, 0, 0);
  const link = document.createElement("a");
  link.download = "network.png";
  link.href = picture.toDataURL("image/png");
  link.click();
}
