/** Under the pointer, or with the focus: the words of a claim light up with its card, and the other way round. */
import type { FocusEvent, PointerEvent } from "react";

const MARKED = "[data-claims], [data-claim]";

/** Give what a part needs in which claims stand as words (`data-claims`) and as cards (`data-claim`). */
export function lightUp() {
  const on = ({ currentTarget, target }: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    const over = target instanceof Element ? target.closest<HTMLElement | SVGElement>(MARKED) : null;
    const ids = over === null ? [] : idsOf(over);
    const sought = ids.map((id) => `[data-claims~="${CSS.escape(id)}"], [data-claim="${CSS.escape(id)}"]`).join(", ");
    const lit = new Set(sought === "" ? [] : currentTarget.querySelectorAll(sought));
    for (const before of currentTarget.querySelectorAll("[data-near]")) before.toggleAttribute("data-near", lit.has(before));
    for (const one of lit) one.toggleAttribute("data-near", true);
  };
  return { onPointerOver: on, onFocus: on };
}

function idsOf({ dataset }: HTMLElement | SVGElement): readonly string[] {
  return (dataset["claims"] ?? dataset["claim"] ?? "").split(" ").filter(Boolean);
}
