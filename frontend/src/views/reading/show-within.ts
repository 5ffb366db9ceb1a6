/** Brings words or a card into view in its own half of the page, so that the other half and the title stay where they are. */
export function showWithin(element: Element | null | undefined, where: "nearest" | "center"): void {
  const half = element?.closest<HTMLElement>(".page, .claims");
  if (!element || !half) return;
  if (half.scrollHeight <= half.clientHeight) return element.scrollIntoView({ block: where }); // narrow: the page itself scrolls
  const [inner, outer] = [element.getBoundingClientRect(), half.getBoundingClientRect()];
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  if (where === "center") half.scrollTop += (above + below) / 2;
  else if (above < 0) half.scrollTop += above;
  else if (below > 0) half.scrollTop += Math.min(below, above);
}
