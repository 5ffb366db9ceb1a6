/** Where words beside points go: none over another, the most important first; what has no room is left to the pointer. */
import type { NetworkTold, Node } from "./looks";

export interface Word {
  readonly key: string;
  /** The name, and below it how it stands to the lists. */
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Of the point that it belongs to. */
  readonly radius: number;
  /** Set whether or not there is room. */
  readonly isForced: boolean;
}

export interface Placed {
  readonly word: Word;
  /** Left end and middle of the lines. */
  readonly x: number;
  readonly y: number;
  readonly align: "start" | "end" | "middle";
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Give the parties in the order in which they get their names: where the network begins, then those of whom most is said. */
export function byWeight({ nodes, about }: NetworkTold): Node[] {
  const weight = (node: Node) => (about.includes(node.id) ? Infinity : node.degree);
  return [...nodes].sort((a, b) => weight(b) - weight(a) || 0);
}

export function nameOf(node: Node, place: { readonly x: number; readonly y: number; readonly radius: number }, isForced: boolean): Word {
  return { key: node.id, lines: [cut(node.name), ...(node.standing === null ? [] : [`(${node.standing})`])], ...place, isForced };
}

/** Cut by whole signs of any script, never within one. */
function cut(text: string): string {
  const signs = [...text];
  return signs.length <= LONGEST ? text : `${signs.slice(0, LONGEST - 1).join("").trimEnd()}…`;
}

const LONGEST = 30;
export const LINE = 15; // pixels from line to line
const GAP = 4;

/** Of what stands already: points that no word may cover, and signs that one may where there is no other room. */
export interface Taken {
  readonly points: readonly Box[];
  readonly signs: readonly Box[];
}

export function placedWords(words: readonly Word[], { points, signs }: Taken, room: Box, widthOf: (text: string) => number): Placed[] {
  const [hard, soft] = [new Grid(points), new Grid(signs)];
  const found: Placed[] = [];
  for (const word of words) {
    const own = boxOf(word.x, word.y, word.radius);
    const ways = waysOf(word, Math.max(...word.lines.map(widthOf))).filter(({ box }) => isWithin(box, room));
    const free = ways.filter(({ box }) => hard.isFree(box, own));
    const way = free.find(({ box }) => soft.isFree(box, own)) ?? free[0] ?? (word.isForced ? ways[0] : undefined);
    if (way === undefined) continue;
    hard.take(way.box);
    found.push({ word, x: way.x, y: way.y, align: way.align });
  }
  return found;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far along a line its sign may stand: the middle first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

/** Give where the sign of each line stands: on no point, and on no other sign if that can be. */
export function placedSigns(lines: readonly (readonly [Point, Point])[], points: readonly Box[], radius: number): Point[] {
  const grid = new Grid(points);
  return lines.map(([a, b]) => {
    const places = ALONG.map((share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }));
    const found = places.find(({ x, y }) => grid.isFree(boxOf(x, y, radius), null)) ?? places[0] ?? a;
    grid.take(boxOf(found.x, found.y, radius));
    return found;
  });
}

export function boxOf(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function waysOf({ x, y, radius, lines }: Word, width: number) {
  const [tall, out] = [lines.length * LINE, radius + GAP];
  const beside = (align: "start" | "end") => {
    const at = align === "start" ? x + out : x - out;
    const left = align === "start" ? at : at - width;
    return { x: at, y, align, box: { left, right: left + width, top: y - tall / 2, bottom: y + tall / 2 } };
  };
  const over = (sign: 1 | -1) => {
    const at = y + sign * (out + tall / 2);
    return { x, y: at, align: "middle" as const, box: { left: x - width / 2, right: x + width / 2, top: at - tall / 2, bottom: at + tall / 2 } };
  };
  return [beside("start"), beside("end"), over(1), over(-1)];
}

function isWithin(box: Box, room: Box): boolean {
  return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
}

/** Boxes by cells, so that thousands are looked up at once. */
class Grid {
  private readonly cells = new Map<string, Box[]>();
  private static readonly side = 64;

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.take(box);
  }

  take(box: Box): void {
    for (const cell of this.over(box)) {
      const held = this.cells.get(cell);
      if (held === undefined) this.cells.set(cell, [box]);
      else held.push(box);
    }
  }

  /** Say whether nothing else stands there; `own` does not count. */
  isFree(box: Box, own: Box | null): boolean {
    const isOwn = (one: Box) => own !== null && one.left === own.left && one.top === own.top;
    const meets = (one: Box) => one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom;
    return [...this.over(box)].every((cell) => (this.cells.get(cell) ?? []).every((one) => isOwn(one) || !meets(one)));
  }

  private *over({ left, top, right, bottom }: Box): Generator<string> {
    const { side } = Grid;
    for (let x = Math.floor(left / side); x <= Math.floor(right / side); x++) {
      for (let y = Math.floor(top / side); y <= Math.floor(bottom / side); y++) yield `${x} ${y}`;
    }
  }
}
