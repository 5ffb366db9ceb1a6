/** What waits for a person, what matters most first, with why and the exact words; decided by keys. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { DecideAll } from "../../deciding/decide-all";
import { useDecide } from "../../deciding/use-decide";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask, go } from "../../route";
import type { ViewProps } from "..";
import { choicesOf, type Choice } from "./choices";
import { Waiting } from "./waiting-item";
import "./review.css";

export type QueueTold = AnswerTo<"/api/v1/review">;
export type Item = QueueTold["results"][number];

const SHOWN = 20;

export default function Review({ query }: ViewProps) {
  const asked = { kind: query.get("kind"), about: query.get("about"), offset: query.get("offset") };
  const queue = useAnswer("/api/v1/review", {}, { ...asked, limit: SHOWN });
  return (
    <>
      <Head
        title="Review"
        lead="A machine read this; it is a draft until a person decides. Nothing is decided without a reason and a name."
        path="/review"
        query={asked}
      />
      <Answer of={queue}>{(told) => <Queue told={told} kind={asked.kind} at={query.get("at")} />}</Answer>
    </>
  );
}

interface QueueProps {
  readonly told: QueueTold;
  readonly kind: string | null;
  /** Which of it is selected. */
  readonly at: string | null;
}

function Queue({ told, kind, at }: QueueProps) {
  const [decide, decided] = useDecide();
  const [isAll, setAll] = useState(false);
  const found = told.results.findIndex((one) => keyOf(one) === at);
  const place = Math.max(found, 0);
  const item = told.results[place];
  const acceptable = told.results.filter((one) => one.about.startsWith("f-") && one.kind !== "no longer here");
  const choose = (next: Item | undefined) => next && ask({ at: keyOf(next) });
  const step = (by: number) => choose(told.results[Math.min(Math.max(place + by, 0), told.results.length - 1)]);
  /** The next one takes the place of what is decided. */
  function take(of: Item, choice: Choice | undefined): void {
    const next = told.results[told.results.indexOf(of) + 1] ?? told.results[told.results.indexOf(of) - 1];
    if (choice !== undefined) decide({ decision: choice.decision, says: of.says, done: () => choose(next) });
  }
  useKeys({
    j: { does: "next", act: () => step(1) },
    k: { does: "before", act: () => step(-1) },
    ...(item && {
      ...Object.fromEntries(choicesOf(item).map((choice) => [choice.key, { does: choice.label.toLowerCase(), act: () => take(item, choice) }])),
      o: { does: "open it", act: () => go(whereOf(item)) },
    }),
  });
  return (
    <>
      <div className="tools kinds" role="group" aria-label="Kinds">
        <button type="button" aria-pressed={kind === null} onClick={() => ask({ kind: null, offset: null, at: null })}>
          all {Object.values(told.kinds).reduce((sum, one) => sum + one, 0)}
        </button>
        {Object.entries(told.kinds).map(([one, count]) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => ask({ kind: one, offset: null, at: null })}>
            {one} {count}
          </button>
        ))}
        {acceptable.length > 1 && (
          <button type="button" className="apart" onClick={() => setAll(true)}>
            Accept the {acceptable.length} shown
          </button>
        )}
      </div>
      {told.total > 0 && (
        <p className="from">
          <kbd>j</kbd> next, <kbd>k</kbd> before, <kbd>o</kbd> opens it, <kbd>u</kbd> takes the last decision back
        </p>
      )}
      {told.total === 0 && (
        <Empty>
          <p>
            Nothing waits{kind && " of this kind"}. What was decided stands in the <Link to={address(["log"])}>Log</Link>; new documents bring new
            readings: <Link to={address(["add"])}>add some</Link>.
          </p>
        </Empty>
      )}
      <ol className="plain queue" start={told.offset + 1}>
        {told.results.map((one) => (
          <Waiting key={keyOf(one)} item={one} isAt={one === item} isSought={keyOf(one) === at} take={(choice) => take(one, choice)} choose={() => choose(one)} to={whereOf(one)} />
        ))}
      </ol>
      <Pager {...told} />
      {isAll && <DecideAll verdict="accept" on={acceptable.map(({ about, says, last }) => ({ about, says, seen: last }))} close={() => setAll(false)} />}
      {decided}
    </>
  );
}

function keyOf({ about, other }: Item): string {
  return other === null ? about : `${about} ${other}`;
}

function whereOf({ about }: Item): string {
  const view = about.startsWith("f-") ? "findings" : about.startsWith("c-") || about.startsWith("a-") ? "claims" : "entities";
  return address([view, about], view === "entities" ? { tab: "listing" } : {});
}
