/** The stage on which sigma draws a network, with a sheet of words above it that sigma's own labels would crowd. */
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowHeadProgram, createEdgeCompoundProgram } from "sigma/rendering";
import { kindOf, linesOf, mixed, radiusOf, type Inks, type Line, type NetworkTold, type Node } from "./looks";
import { Sheet } from "./sheet";
import { FORMS, Stroke } from "./strokes";

/** Lines above which each is pale, so that what many cross is not a blot. */
const MANY_LINES = 400;

/** What is chosen: the id of a party, the key of a line, or nothing. */
export type Chosen = string | null;

export class Stage {
  private readonly box: HTMLElement;
  private readonly inks: Inks;
  private readonly sigma: Sigma;
  private sheet: Sheet;
  private chosen: Chosen = null;

  /** Throws where the browser draws nothing (no WebGL). */
  constructor(box: HTMLElement, told: NetworkTold, inks: Inks, choose: (chosen: Chosen) => void) {
    const begun = performance.now();
    const lines = linesOf(told);
    [this.box, this.inks] = [box, inks];
    this.sigma = new Sigma(graphOf(told, lines, inks, stretchOf(box)), box, {
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      stagePadding: 70,
      edgeProgramClasses: { line: Stroke, arrow: createEdgeCompoundProgram([Stroke, EdgeArrowHeadProgram]) },
      enableEdgeEvents: true,
      allowInvalidContainer: true,
      minEdgeThickness: 0.8,
      zIndex: true,
      nodeReducer: (node, look) => (this.isFaint(node) ? { ...look, color: mixed(rgbOf(look["color"] as string), inks.paper, 0.78), zIndex: 0 } : look),
      edgeReducer: (line, look) => (this.isFaint(line) ? { ...look, color: mixed(look["color"] as string, inks.paper, 0.82), zIndex: 0 } : look),
    });
    this.sheet = new Sheet(box, this.sigma, { told, lines, inks });
    this.sigma.on("afterRender", () => this.sheet.draw(this.chosen));
    this.sigma.on("clickNode", ({ node }) => choose(node));
    this.sigma.on("clickEdge", ({ edge }) => choose(edge));
    this.sigma.on("clickStage", () => choose(null));
    const pointAt = (key: string | null) => {
      this.sheet.pointAt(key);
      box.style.cursor = key === null ? "" : "pointer";
      this.sheet.draw(this.chosen);
    };
    this.sigma.on("enterNode", ({ node }) => pointAt(node));
    this.sigma.on("enterEdge", ({ edge }) => pointAt(edge));
    this.sigma.on("leaveNode", () => pointAt(null));
    this.sigma.on("leaveEdge", () => pointAt(null));
    this.sheet.draw(null);
    performance.measure("network drawn", { start: begun });
  }

  /** Show another network in the place of the one before; where one looks stays. */
  show(told: NetworkTold): void {
    const begun = performance.now();
    const { box, inks } = this;
    const lines = linesOf(told);
    this.sheet.remove();
    this.sheet = new Sheet(box, this.sigma, { told, lines, inks });
    this.sigma.setGraph(graphOf(told, lines, inks, stretchOf(box)));
    performance.measure("network drawn", { start: begun });
  }

  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Give the party that stands next in a direction, from the chosen one or from where the network begins. */
  next(across: number, down: number, begin: string | undefined): string | null {
    const graph = this.sigma.getGraph();
    const from = this.chosen !== null && graph.hasNode(this.chosen) ? this.chosen : null;
    if (from === null) return begin !== undefined && graph.hasNode(begin) ? begin : (graph.nodes()[0] ?? null);
    const here = this.sheet.placeOf(from);
    let best: { readonly node: string; readonly cost: number } | null = null;
    for (const node of graph.nodes()) {
      if (node === from) continue;
      const there = this.sheet.placeOf(node);
      const [x, y] = [there.x - here.x, there.y - here.y];
      const along = x * across + y * down;
      const aside = Math.abs(x * down - y * across);
      const cost = along + 2 * aside;
      if (along > 0 && aside <= 2 * along && (best === null || cost < best.cost)) best = { node, cost };
    }
    return best?.node ?? from;
  }

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: Math.min(4, Math.max(0.05, camera.ratio / by)) });
  }

  fit(): void {
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  kill(): void {
    this.sheet.remove();
    this.sigma.kill();
  }

  private isFaint(key: string): boolean {
    const graph = this.sigma?.getGraph();
    if (this.chosen === null || graph === undefined || key === this.chosen) return false;
    if (graph.hasNode(this.chosen)) {
      return graph.hasNode(key) ? !graph.areNeighbors(key, this.chosen) : !graph.extremities(key).includes(this.chosen);
    }
    return !graph.hasEdge(this.chosen) || !graph.hasNode(key) || !graph.extremities(this.chosen).includes(key);
  }
}

/** Give how much wider than high the drawing may be: places fill a square, the room for them is none. */
function stretchOf({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1.7, Math.max(0.7, clientWidth / Math.max(clientHeight, 1)));
}

function graphOf({ nodes }: NetworkTold, lines: readonly Line[], inks: Inks, stretch: number): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  for (const node of nodes) graph.addNode(node.id, lookOfNode(node, nodes.length, stretch));
  const isMany = lines.length > MANY_LINES;
  for (const line of lines) {
    const tone = inks.tones[line.look.tone];
    graph.addEdgeWithKey(line.key, ...line.ends, {
      type: line.isOneWay && !isMany ? "arrow" : "line",
      form: FORMS[line.look.tone],
      size: isMany ? 1 : (line.look.tone === "denied" ? 3 : 1.8) + Math.min(3, Math.log2(line.edges.length)),
      color: isMany ? mixed(tone, inks.paper, 0.6) : tone,
      zIndex: line.look.tone === "said" ? 1 : 2,
    });
  }
  return graph;
}

function lookOfNode(node: Node, many: number, stretch: number) {
  return { x: node.x * stretch, y: node.y, size: radiusOf(node, many), color: kindOf(node.type).shade, zIndex: 1 };
}

/** "#3a6ea5" → "rgb(58, 110, 165)". */
function rgbOf(hex: string): string {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(", ")})`;
}
