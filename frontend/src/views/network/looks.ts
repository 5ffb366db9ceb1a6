/** How parties and lines of a network look: type by letter and shade, status by stroke and tone. */
import type { AnswerTo } from "../../api/answer";
import { lookOf, type Look } from "../../parts/status";

export type NetworkTold = AnswerTo<"/api/v1/network">;
export type Node = NetworkTold["nodes"][number];
export type Edge = NetworkTold["edges"][number];

interface Kind {
  readonly letter: string;
  readonly word: string;
  readonly shade: string;
}

const OTHER: Kind = { letter: "·", word: "other", shade: "#6b7280" };
/** Shades on which a white letter can be read, and that can be seen on white and on black paper. */
const KINDS: Readonly<Record<string, Kind>> = {
  Person: { letter: "P", word: "person", shade: "#3a6ea5" },
  ArmedGroup: { letter: "A", word: "armed group", shade: "#a3542c" },
  Organisation: { letter: "O", word: "organisation", shade: "#4d7a35" },
  PublicBody: { letter: "B", word: "public body", shade: "#75609f" },
  MediaOutlet: { letter: "M", word: "media outlet", shade: "#8a4a77" },
  Facility: { letter: "F", word: "facility", shade: "#857a2f" },
  Place: { letter: "L", word: "place", shade: "#5f7480" },
  Document: { letter: "D", word: "document", shade: "#6d6a63" },
  Group: { letter: "G", word: "group", shade: "#9a6033" },
};

export function kindOf(type: string): Kind {
  return KINDS[type] ?? OTHER;
}

export function kindsIn(nodes: readonly Node[]): Kind[] {
  const here = new Set(nodes.map((node) => kindOf(node.type)));
  return [...Object.values(KINDS), OTHER].filter((kind) => here.has(kind));
}

export type Tone = Look["tone"];
/** Whole, in two, broken, dotted: the same as the borders of a status elsewhere. */
export const STROKES: Readonly<Record<Tone, string>> = { said: "", denied: "double", both: "9 5", unclear: "2 4" };
export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  said: "asserted",
  denied: "denied",
  both: "contested",
  unclear: "hedged or unclear",
};

/** All that is said between two parties: one line. */
export interface Line {
  readonly key: string;
  readonly ends: readonly [string, string];
  readonly edges: readonly Edge[];
  readonly look: Look;
  readonly words: string;
  /** All of it goes from the first to the second. */
  readonly isOneWay: boolean;
}

/** Of several statuses, the one that a line shows: that something is denied is never hidden behind what is not. */
const GRAVEST = ["contested", "disputed_by_third_party", "primary_differs", "denied", "retracted", "unclear", "hedged"];

export function linesOf({ nodes, edges }: NetworkTold): Line[] {
  const known = new Set(nodes.map((node) => node.id));
  const between = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.source === edge.target || !known.has(edge.source) || !known.has(edge.target)) continue;
    const key = [edge.source, edge.target].sort().join("~");
    const same = between.get(key);
    if (same === undefined) between.set(key, [edge]);
    else same.push(edge);
  }
  return [...between].map(([key, own]) => lineOf(key, own));
}

function lineOf(key: string, edges: readonly Edge[]): Line {
  const [first] = edges;
  if (first === undefined) throw new Error("a line without a finding");
  const statuses = new Set(edges.map((edge) => edge.status as string));
  const isSplit = statuses.has("denied") && edges.some((edge) => lookOf(edge.status).tone === "said");
  const status = isSplit ? "contested" : (GRAVEST.find((one) => statuses.has(one)) ?? first.status);
  return {
    key,
    ends: [first.source, first.target],
    edges,
    look: lookOf(status),
    words: edges.length === 1 ? first.predicate.replaceAll("_", " ") : `${edges.length} findings`,
    isOneWay: edges.every((edge) => edge.source === first.source),
  };
}

/** How many findings a party is an end of makes its size; in pixels. */
export function radiusOf(node: Node, many: number): number {
  const weight = Math.sqrt(node.degree);
  return many > MANY ? Math.min(6, 1.8 + weight * 0.12) : Math.min(15, 7 + weight * 1.1);
}

/** Parties above which a drawing is an overview: small points, names of the weightiest alone. */
export const MANY = 300;

/** The colours that the theme has now, as drawings without style sheets need them. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly focus: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly font: string;
}

export function inksNow(): Inks {
  const probe = document.createElement("span");
  document.body.append(probe);
  const of = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const inks = {
    paper: of("sheet"),
    ink: of("ink"),
    soft: of("soft"),
    focus: of("focus"),
    tones: { said: of("said"), denied: of("denied"), both: of("both"), unclear: of("unclear") },
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return inks;
}

/** Mix a colour with another, both as "rgb(1, 2, 3)": lines of a large network must be opaque, and pale. */
export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [one, other].map((colour) => (colour.match(/[\d.]+/g) ?? []).map(Number));
  const parts = [0, 1, 2].map((place) => Math.round((a?.[place] ?? 0) * (1 - share) + (b?.[place] ?? 0) * share));
  return `rgb(${parts.join(", ")})`;
}
