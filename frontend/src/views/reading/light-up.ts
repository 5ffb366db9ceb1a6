/** Under the pointer, or with the focus: the words of a claim light up with its card, and the other way round. */
import type { FocusEvent, PointerEvent } from "react";

const MARKED = "[data-claims], [data-claim]";

/** Give what a part needs in which claims stand as words (`data-claims`) and as cards (`data-claim`). */
export function lightUp() {
  const on = ({ currentTarget, target }: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    const over = target instanceof Element ? target.closest<HTMLElement | SVGElement>(MARKED) : null;
    const ids = over === null ? [] : idsOf(over);
    for (const one of currentTarget.querySelectorAll<HTMLElement | SVGElement>(MARKED)) {
      one.toggleAttribute("data-near", idsOf(one).some((id) => ids.includes(id)));
    }
  };
  return { onPointerOver: on, onFocus: on };
}

function idsOf({ dataset }: HTMLElement | SVGElement): readonly string[] {
  return (dataset["claims"] ?? dataset["claim"] ?? "").split(" ").filter(Boolean);
}
