/** One thing that waits: what it is, why it waits, the exact words, and what can be decided. */
import { useEffect, useRef } from "react";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { address } from "../../route";
import { choicesOf, type Choice } from "./choices";
import type { Item } from "./review";

interface Props {
  readonly item: Item;
  readonly isAt: boolean;
  /** The address names it; without that the first one is selected, and nothing moves. */
  readonly isSought: boolean;
  readonly take: (choice: Choice) => void;
  readonly choose: () => void;
  /** Where it is shown whole. */
  readonly to: string;
}

export function Waiting({ item, isAt, isSought, take, choose, to }: Props) {
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAt && isSought) box.current?.scrollIntoView({ block: "nearest" });
  }, [isAt, isSought]);
  const choices = choicesOf(item);
  return (
    <li ref={box} className={isAt ? "card claim at" : "card claim"} aria-current={isAt || undefined} onFocus={isAt ? undefined : choose} onClick={isAt ? undefined : choose}>
      <p className="from">{item.kind}</p>
      <h2 dir="auto">
        <Link to={to}>{item.says}</Link>
      </h2>
      <ul className="from">
        {item.why.map((reason) => (
          <li key={reason} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
      {item.words.map((one, place) => (
        <figure key={place} className="evidence">
          <blockquote className="words" dir="auto">
            {quoted(one.words)}
          </blockquote>
          <figcaption className="from">{one.claim ? <Link to={address(["claims", one.claim])}>{one.where}</Link> : one.where}</figcaption>
        </figure>
      ))}
      {item.further > 0 && (
        <p className="from">
          <Link to={to}>and {item.further} more</Link>
        </p>
      )}
      <div className="tools">
        {choices.map((choice, place) => (
          <button key={choice.label} type="button" className={place === 0 ? "main" : undefined} onClick={() => take(choice)}>
            {choice.label} {isAt && <kbd>{choice.key}</kbd>}
          </button>
        ))}
        {choices.length === 0 && (
          <Link className="button" to={address(["log"], { about: item.about })}>
            Take it back in the Log
          </Link>
        )}
      </div>
    </li>
  );
}
