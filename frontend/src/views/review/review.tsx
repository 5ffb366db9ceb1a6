/** What waits for a person, what matters most first, with why and the exact words; decided by keys. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import type { Decision } from "../../deciding/decide";
import { useDecide } from "../../deciding/use-decide";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { quoted } from "../../parts/quoted";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";

type QueueTold = AnswerTo<"/api/v1/review">;
type Item = QueueTold["results"][number];

export default function Review({ query }: ViewProps) {
  const kind = query.get("kind");
  const queue = useAnswer("/api/v1/review", {}, { kind, offset: query.get("offset"), limit: 20 });
  return (
    <>
      <Head title="Review" lead="A machine read this; it is a draft until a person decides. Nothing is decided without a reason and a name." path="/review" query={{ kind }} />
      <Answer of={queue}>{(told) => <Queue told={told} kind={kind} />}</Answer>
    </>
  );
}

function Queue({ told, kind }: { readonly told: QueueTold; readonly kind: string | null }) {
  const [at, setAt] = useState(0);
  const [decide, dialog] = useDecide();
  const item = told.results[Math.min(at, told.results.length - 1)];
  const step = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), told.results.length - 1));
  const choices = item === undefined ? [] : choicesOf(item);
  function take(choice: Choice | undefined): void {
    if (item !== undefined && choice !== undefined) decide({ decision: choice.decision, says: item.says });
  }
  useKeys({
    j: { does: "next", act: () => step(1) },
    k: { does: "before", act: () => step(-1) },
    Enter: { does: "accept (or: the same)", act: () => take(choices[0]) },
    x: { does: "reject (or: not this one)", act: () => take(choices[1]) },
  });
  return (
    <>
      <div className="tools" role="group" aria-label="Kinds">
        <button type="button" aria-pressed={kind === null} onClick={() => ask({ kind: null, offset: null })}>
          all
        </button>
        {Object.entries(told.kinds).map(([one, count]) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => ask({ kind: one, offset: null })}>
            {one} {count}
          </button>
        ))}
      </div>
      {told.total === 0 && <Empty>Nothing waits.</Empty>}
      <ol className="plain queue" start={told.offset + 1}>
        {told.results.map((one) => (
          <Waiting key={`${one.kind} ${one.about} ${one.other ?? ""}`} item={one} isAt={one === item} take={take} choose={() => setAt(told.results.indexOf(one))} />
        ))}
      </ol>
      <Pager {...told} />
      {dialog}
    </>
  );
}

interface Choice {
  readonly label: string;
  readonly key: string;
  readonly decision: Decision;
}

/** The two decisions that an item asks for: the one that agrees, and the one that does not. */
function choicesOf(item: Item): readonly Choice[] {
  const { about, other, last: seen } = item;
  if (item.kind === "possible listing" && other !== null) {
    return [
      { label: "The same party", key: "Enter", decision: { about, verdict: "same", other, seen } },
      { label: "Not this entry", key: "x", decision: { about, verdict: "clear", other, seen } },
    ];
  }
  return [
    { label: "Accept", key: "Enter", decision: { about, verdict: "accept", seen } },
    { label: "Reject as misread", key: "x", decision: { about, verdict: "reject", seen } },
  ];
}

interface WaitingProps {
  readonly item: Item;
  readonly isAt: boolean;
  readonly take: (choice: Choice) => void;
  readonly choose: () => void;
}

function Waiting({ item, isAt, take, choose }: WaitingProps) {
  const where = item.about.startsWith("f-") ? "findings" : item.about.startsWith("c-") ? "claims" : "entities";
  return (
    <li className={isAt ? "card claim at" : "card claim"} aria-current={isAt || undefined} onFocus={choose} onClick={choose}>
      <p className="from">{item.kind}</p>
      <h2 dir="auto">
        <Link to={address([where, item.about])}>{item.says}</Link>
      </h2>
      <ul className="from">
        {item.why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {item.words.map((one, place) => (
        <figure key={place}>
          <blockquote className="words" dir="auto">
            {quoted(one.words)}
          </blockquote>
          <figcaption className="from">
            {one.claim ? <Link to={address(["claims", one.claim])}>{one.where}</Link> : one.where}
          </figcaption>
        </figure>
      ))}
      {item.further > 0 && <p className="from">and {item.further} more</p>}
      <div className="tools">
        {choicesOf(item).map((choice, place) => (
          <button key={choice.label} type="button" className={place === 0 ? "main" : undefined} onClick={() => take(choice)}>
            {choice.label} {isAt && <kbd>{choice.key}</kbd>}
          </button>
        ))}
      </div>
    </li>
  );
}
