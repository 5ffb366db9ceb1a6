/** The sheet above the stage: names without overlap, letters of types, and the sign of each line's status. */
import type Sigma from "sigma";
import { MANY, kindOf, type Inks, type Line, type NetworkTold, type Node } from "./looks";
import { LINE, boxOf, byWeight, nameOf, placedSigns, placedWords, type Placed, type Word } from "./words";

/** Lines up to which each shows its sign, and up to which its words beside it. */
const MOST_SIGNS = 150;
const MOST_WORDS = 24;
/** Names that are looked for room for, where there are thousands. */
const MOST_NAMES = 220;
const MOST_NAMES_OVER = 24;
const NOWHERE = { x: 0, y: 0 };
const SIGN = 8; // pixels, of a sign's round

interface Drawing {
  readonly told: NetworkTold;
  readonly lines: readonly Line[];
  readonly inks: Inks;
}

export class Sheet {
  private readonly canvas = document.createElement("canvas");
  private readonly pen: CanvasRenderingContext2D;
  private readonly box: HTMLElement;
  private readonly sigma: Sigma;
  private readonly told: NetworkTold;
  private readonly lines: readonly Line[];
  private readonly inks: Inks;
  private readonly nodes: readonly Node[];
  private pointed: string | null = null;

  constructor(box: HTMLElement, sigma: Sigma, { told, lines, inks }: Drawing) {
    [this.box, this.sigma, this.told, this.lines, this.inks] = [box, sigma, told, lines, inks];
    const pen = this.canvas.getContext("2d");
    if (pen === null) throw new Error("no canvas");
    this.pen = pen;
    this.canvas.className = "sheet";
    box.append(this.canvas);
    this.nodes = byWeight(told);
  }

  /** Say what the pointer is over: it gets its words, whatever the room. */
  pointAt(key: string | null): void {
    this.pointed = key;
  }

  placeOf(node: string): { readonly x: number; readonly y: number; readonly radius: number } {
    const shown = this.sigma.getNodeDisplayData(node);
    if (shown === undefined) return { x: 0, y: 0, radius: 0 };
    return { ...this.sigma.framedGraphToViewport(shown), radius: this.sigma.scaleSize(shown.size) };
  }

  draw(chosen: string | null): void {
    this.fit();
    const { pen, inks } = this;
    const signs = this.lines.length <= MOST_SIGNS ? this.lines : this.lines.filter((line) => line.key === chosen || line.key === this.pointed);
    const points = this.told.nodes.map((node) => ({ node, ...this.placeOf(node.id) }));
    const discs = points.map(({ x, y, radius }) => boxOf(x, y, radius));
    const reaches = signs.map(({ ends }) => [this.placeOf(ends[0]), this.placeOf(ends[1])] as const);
    const places = placedSigns(reaches, discs, SIGN);
    const middles = signs.flatMap((line, at) => ({ line, ...(places[at] ?? NOWHERE) }));
    const isNear = (key: string) => chosen === null || key === chosen || this.isBeside(key, chosen);
    for (const { line, x, y } of middles) {
      pen.globalAlpha = isNear(line.key) ? 1 : 0.25;
      this.sign(line, x, y);
    }
    for (const { node, x, y, radius } of points) {
      pen.globalAlpha = isNear(node.id) ? 1 : 0.35;
      this.letter(node, x, y, radius);
      if (node.id === chosen) this.ring(x, y, radius);
    }
    const taken = { points: this.isOverview ? [] : discs, signs: middles.map(({ x, y }) => boxOf(x, y, SIGN)) };
    const words = [...this.names(chosen).filter((word) => isNear(word.key) || word.isForced), ...this.saids(middles, chosen).filter((word) => isNear(word.key))];
    const room = { left: 4, top: 4, right: this.box.clientWidth - 4, bottom: this.box.clientHeight - 4 };
    pen.font = `12.5px ${inks.font}`;
    pen.globalAlpha = 1;
    for (const placed of placedWords(words, taken, room, (text) => pen.measureText(text).width)) this.write(placed, inks);
  }

  private get isOverview(): boolean {
    return this.told.nodes.length > MANY;
  }

  remove(): void {
    this.canvas.remove();
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.box;
    const ratio = devicePixelRatio || 1;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) [this.canvas.width, this.canvas.height] = [width, height];
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.pen.clearRect(0, 0, clientWidth, clientHeight);
  }

  private isBeside(key: string, chosen: string): boolean {
    const graph = this.sigma.getGraph();
    if (graph.hasEdge(chosen)) return graph.hasNode(key) && graph.extremities(chosen).includes(key);
    if (graph.hasEdge(key)) return graph.extremities(key).includes(chosen);
    return graph.hasNode(key) && graph.hasNode(chosen) && graph.areNeighbors(key, chosen);
  }

  private names(chosen: string | null): Word[] {
    const about = new Set(this.told.about);
    const isForced = (id: string) => id === chosen || id === this.pointed || about.has(id);
    const first = this.nodes.filter((node) => isForced(node.id));
    const others = this.nodes.filter((node) => !isForced(node.id)).slice(0, this.isOverview ? MOST_NAMES_OVER : MOST_NAMES);
    return [...first, ...others].map((node) => nameOf(node, this.placeOf(node.id), isForced(node.id)));
  }

  private saids(middles: readonly { readonly line: Line; readonly x: number; readonly y: number }[], chosen: string | null): Word[] {
    const isShown = ({ key }: Line) => key === chosen || key === this.pointed || this.lines.length <= MOST_WORDS || (chosen !== null && this.isBeside(key, chosen));
    return middles
      .filter(({ line }) => isShown(line))
      .map(({ line, x, y }) => ({ key: line.key, lines: [line.words], x, y, radius: SIGN, isForced: line.key === chosen || line.key === this.pointed }));
  }

  private sign({ look }: Line, x: number, y: number): void {
    const { pen, inks } = this;
    pen.beginPath();
    pen.arc(x, y, SIGN, 0, 2 * Math.PI);
    pen.fillStyle = inks.paper;
    pen.fill();
    pen.fillStyle = inks.tones[look.tone];
    pen.font = `bold 12px ${inks.font}`;
    [pen.textAlign, pen.textBaseline] = ["center", "middle"];
    pen.fillText(look.sign, x, y + 0.5, 2 * SIGN);
  }

  private letter(node: Node, x: number, y: number, radius: number): void {
    if (radius < 6 || this.isOverview) return;
    const { pen } = this;
    pen.fillStyle = "#fff";
    pen.font = `600 ${Math.round(radius * 1.15)}px ${this.inks.font}`;
    [pen.textAlign, pen.textBaseline] = ["center", "middle"];
    pen.fillText(kindOf(node.type).letter, x, y + radius * 0.06);
  }

  private ring(x: number, y: number, radius: number): void {
    const { pen } = this;
    pen.beginPath();
    pen.arc(x, y, radius + 3, 0, 2 * Math.PI);
    [pen.strokeStyle, pen.lineWidth] = [this.inks.focus, 3];
    pen.stroke();
  }

  private write({ word, x, y, align }: Placed, { paper, ink, soft, font }: Inks): void {
    const { pen } = this;
    [pen.textAlign, pen.textBaseline, pen.lineJoin] = [align === "middle" ? "center" : align, "middle", "round"];
    const top = y - ((word.lines.length - 1) * LINE) / 2;
    word.lines.forEach((line, place) => {
      pen.font = `${place === 0 ? 12.5 : 11}px ${font}`;
      [pen.strokeStyle, pen.lineWidth, pen.fillStyle] = [paper, 4, place === 0 && word.radius !== SIGN ? ink : soft];
      pen.strokeText(line, x, top + place * LINE);
      pen.fillText(line, x, top + place * LINE);
    });
  }
}
