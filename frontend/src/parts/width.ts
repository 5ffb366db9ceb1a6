/** How wide a part of the page is now, in pixels; 0 before it is on screen. */
import { useEffect, useState, type RefObject } from "react";

export function useWidth(part: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (part.current === null) return;
    const watch = new ResizeObserver(([seen]) => setWidth(Math.round(seen?.contentRect.width ?? 0)));
    watch.observe(part.current);
    return () => watch.disconnect();
  }, [part]);
  return width;
}
