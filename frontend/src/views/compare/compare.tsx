/** A secondary account against its primary, slot by slot: what differs, what is only less exact. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { useKeys } from "../../parts/keys";
import { PickDocument } from "../../parts/pick-document";
import { quoted } from "../../parts/quoted";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";

type ComparisonTold = AnswerTo<"/api/v1/compare">;
type Difference = ComparisonTold["differences"][number];

export default function Compare({ query }: ViewProps) {
  const [secondary, primary] = [query.get("secondary"), query.get("primary")];
  const isAsked = secondary !== null && primary !== null;
  const compared = useAnswer("/api/v1/compare", isAsked ? {} : null, { secondary, primary });
  const asTable = query.get("as") === "table";
  const turn = () => ask({ as: asTable ? null : "table" });
  useKeys({ v: { does: "table, or side by side", act: turn } });
  return (
    <>
      <Head
        title="Compare"
        lead="Where an account departs from the document that it reports: place, number and bound, date, hedge, speaker."
        {...(isAsked && { path: "/compare", query: { secondary, primary } })}
      >
        <button type="button" aria-pressed={asTable} onClick={turn}>
          Table <kbd>v</kbd>
        </button>
      </Head>
      <div className="filters">
        <PickDocument name="secondary" label="The account" />
        <PickDocument name="primary" label="Its primary" />
      </div>
      {isAsked ? (
        <Answer of={compared}>{(told) => <Shown told={told} asTable={asTable} />}</Answer>
      ) : (
        <Empty>
          <p>
            Choose an account above, and the document that it tells of. What differs is set side by side: another province, a lost “up to”, a hedge
            that is gone, another speaker.
          </p>
        </Empty>
      )}
    </>
  );
}

function Shown({ told, asTable }: { readonly told: ComparisonTold; readonly asTable: boolean }) {
  if (told.differences.length === 0) return <Empty>Nothing that the account ascribes to the primary departs from it.</Empty>;
  if (asTable) return <AsTable told={told} />;
  const isDifferent = (one: Difference) => /^different/.test(one.note);
  return (
    <>
      <Part title="Different" rows={told.differences.filter(isDifferent)} told={told} />
      <Part title="True to the primary, but less or more exact" rows={told.differences.filter((one) => !isDifferent(one))} told={told} />
    </>
  );
}

function AsTable({ told: { differences, secondary, primary } }: { readonly told: ComparisonTold }) {
  return (
    <Table
      caption={`Slots in which “${secondary.title}” departs from “${primary.title}”: ${differences.length}`}
      rows={differences.map((row, place) => ({ ...row, place }))}
      keyOf={(row) => `${row.place}`}
      to={(row) => address(["claims", (row.secondary ?? row.primary)?.claim ?? ""])}
      columns={[
        { name: "Slot", cell: (row) => row.slot },
        { name: "How it departs", cell: (row) => row.note },
        { name: "The account", cell: (row) => <Words of={row.secondary} /> },
        { name: "Its primary", cell: (row) => <Words of={row.primary} /> },
        { name: "Rests on it", isNumber: true, cell: (row) => row.dependent.length },
      ]}
    />
  );
}

function Words({ of: side }: { readonly of: Difference["primary"] }) {
  if (side === null) return <span className="from">nothing</span>;
  return (
    <>
      {side.value !== null && <strong>{side.value} · </strong>}
      <Link to={address(["claims", side.claim])}>
        <span dir="auto">{quoted(side.text)}</span>
      </Link>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly Difference[];
  readonly told: ComparisonTold;
}

function Part({ title, rows, told }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title} ({rows.length})
      </h2>
      {rows.map((row, place) => (
        <div key={place} className="card">
          <h3>
            {row.slot}: {row.note}
          </h3>
          <div className="columns">
            <Account side={row.secondary} title={told.secondary.title} document={told.secondary.id} />
            <Account side={row.primary} title={told.primary.title} document={told.primary.id} />
          </div>
          {row.dependent.length > 0 && (
            <p className="from">
              Rests on it: {row.dependent.map((id) => (
                <Link key={id} to={address(["claims", id])}>
                  {id}{" "}
                </Link>
              ))}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

interface AccountProps {
  readonly side: Difference["primary"];
  readonly title: string;
  readonly document: string;
}

function Account({ side, title, document }: AccountProps) {
  if (side === null) return <p className="from">{title}: nothing</p>;
  return (
    <figure>
      <blockquote className="words" dir="auto">
        {quoted(side.text)}
      </blockquote>
      <figcaption className="from">
        {side.value !== null && <strong>{side.value} · </strong>}
        <Link to={address(["documents", document], { claim: side.claim })}>
          <bdi>{title}</bdi>
        </Link>
      </figcaption>
    </figure>
  );
}
