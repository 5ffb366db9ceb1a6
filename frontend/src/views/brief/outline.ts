/** An outline while a person works on it: sections of blocks, each block of lines that rest on something. */
import type { Shapes } from "../../api/shapes";

export type RestsOn = Shapes["RestsOn"];
export type OutlineTold = Shapes["OutlineTold"];

export interface Line {
  readonly key: string;
  /** A person's own words; null where the program tells what the line rests on. */
  readonly text: string | null;
  readonly restsOn: readonly RestsOn[];
}

/** Lines that stand together in one paragraph. */
export interface Block {
  readonly key: string;
  readonly lines: readonly Line[];
}

export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Outline {
  readonly title: string;
  readonly sections: readonly Section[];
}

let last = 0;
export function newKey(): string {
  last += 1;
  return `k${last}`;
}

export function ofTold(told: OutlineTold): Outline {
  return {
    title: told.title ?? "",
    sections: told.sections.map((section) => ({
      key: newKey(),
      heading: section.heading,
      blocks: section.paragraphs.map((lines) => blockOf(lines.map((line) => ({ text: line.text, restsOn: line.rests_on })))),
    })),
  };
}

export function blockOf(lines: readonly Omit<Line, "key">[]): Block {
  return { key: newKey(), lines: lines.map((line) => ({ ...line, key: newKey() })) };
}

/** Give what the server is sent; lines with neither words nor ids are left out. */
export function asked(outline: Outline): Shapes["OutlineAsked"] {
  return {
    title: outline.title || null,
    sections: outline.sections.map((section) => ({
      heading: section.heading,
      paragraphs: section.blocks.map((block) => block.lines.filter(isTold).map(lineAsked)).filter((lines) => lines.length > 0),
    })),
  };
}

function lineAsked(line: Line): Shapes["LineAsked"] {
  const ids = line.restsOn.map((one) => one.id);
  return {
    text: line.text?.trim() ? line.text : null,
    claims: ids.filter((id) => id.startsWith("c-")),
    findings: ids.filter((id) => id.startsWith("f-")),
  };
}

function isTold(line: Line): boolean {
  return Boolean(line.text?.trim()) || line.restsOn.length > 0;
}

/** Give the keys of the lines in the order in which the server counts them. */
export function keysInOrder(outline: Outline): readonly string[] {
  return outline.sections.flatMap((section) => section.blocks.flatMap((block) => block.lines.filter(isTold).map((line) => line.key)));
}

/** Move a block one place; at the end of its section it goes into the next one. */
export function stepped(outline: Outline, key: string, by: 1 | -1): Outline {
  const at = outline.sections.findIndex((section) => section.blocks.some((block) => block.key === key));
  const section = outline.sections[at];
  if (section === undefined) return outline;
  const place = section.blocks.findIndex((block) => block.key === key);
  if (place + by >= 0 && place + by < section.blocks.length) return moved(outline, key, section.key, place + by);
  const next = outline.sections[at + by];
  return next === undefined ? outline : moved(outline, key, next.key, by === 1 ? 0 : next.blocks.length);
}

/** Move a block to a place in a section, counted without the block itself. */
export function moved(outline: Outline, key: string, to: string, place: number): Outline {
  const block = outline.sections.flatMap((section) => section.blocks).find((one) => one.key === key);
  if (block === undefined) return outline;
  const without = removed(outline, key);
  return inSection(without, to, (section) => ({
    ...section,
    blocks: [...section.blocks.slice(0, place), block, ...section.blocks.slice(place)],
  }));
}

export function removed(outline: Outline, key: string): Outline {
  const sections = outline.sections.map((section) => ({ ...section, blocks: section.blocks.filter((block) => block.key !== key) }));
  return { ...outline, sections };
}

export function added(outline: Outline, to: string, blocks: readonly Block[]): Outline {
  return inSection(outline, to, (section) => ({ ...section, blocks: [...section.blocks, ...blocks] }));
}

export function inSection(outline: Outline, key: string, change: (section: Section) => Section): Outline {
  return { ...outline, sections: outline.sections.map((section) => (section.key === key ? change(section) : section)) };
}

export function inBlock(outline: Outline, key: string, change: (block: Block) => Block): Outline {
  const sections = outline.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.key === key ? change(block) : block)),
  }));
  return { ...outline, sections };
}

export function inLine(outline: Outline, key: string, change: (line: Line) => Line): Outline {
  const sections = outline.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, lines: block.lines.map((line) => (line.key === key ? change(line) : line)) })),
  }));
  return { ...outline, sections };
}

export function sectionStepped(outline: Outline, key: string, by: 1 | -1): Outline {
  const at = outline.sections.findIndex((section) => section.key === key);
  const other = outline.sections[at + by];
  const own = outline.sections[at];
  if (own === undefined || other === undefined) return outline;
  const sections = [...outline.sections];
  sections[at] = other;
  sections[at + by] = own;
  return { ...outline, sections };
}
