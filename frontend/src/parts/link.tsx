/** A link within the workbench: a plain <a>, so that it opens in a new tab as well. */
import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go } from "../route";

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

export function Link({ to, onClick, ...rest }: Props) {
  function followed(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    go(to);
  }
  return <a href={to} onClick={followed} {...rest} />;
}
