/** Where words begin and end, in any script; in UTF-16 units of the text. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Give the words of a stretch, in order; signs between them belong to the word before. */
export function wordsOf(text: string, { start, end }: Stretch): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { index, segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text.slice(start, end))) {
    const last = found.at(-1);
    const stretch = { start: start + index, end: start + index + segment.length };
    if (isWordLike || last === undefined) found.push(stretch);
    else if (segment.trim()) found[found.length - 1] = { ...last, end: stretch.end };
  }
  return found;
}

/** Take blanks off the ends of a stretch. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** Give what is selected on the page as a stretch of the document's text; null for nothing, or for what is not in it. */
export function selectedStretch(): Stretch | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** Give the place of a point in the page: its passage's, and the units of its text before it. */
function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const passage = element?.closest<HTMLElement>("[data-start]");
  if (passage === null || passage === undefined) return null;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return Number(passage.dataset["start"]) + before.toString().length;
}
