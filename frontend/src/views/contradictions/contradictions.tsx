/** Claims that stand against each other, side by side: the words, who, when, how many sources, the reply. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Evidence } from "../../parts/evidence";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask, go } from "../../route";
import type { ViewProps } from "..";

type LinkTold = AnswerTo<"/api/v1/contradictions">["results"][number];

/** What each kind of link says, in words. */
const KINDS: Readonly<Record<string, string>> = {
  contradicts: "contradicts: both cannot be so",
  tension: "in tension: both can be so",
  denies_claim: "denies it",
  rejects_document: "rejects the document, and none of its claims by itself",
  misquotes: "departs from its primary",
  corrects: "corrects it",
  retracts: "takes it back",
  supersedes: "takes its place",
  corroborates: "bears it out, from a source of its own",
  elaborates: "says more of it",
  repeats: "repeats it",
};

export default function Contradictions({ query }: ViewProps) {
  const asked = {
    kind: query.get("kind"),
    entity: query.get("entity"),
    document: query.get("document"),
    offset: query.get("offset"),
  };
  const links = useAnswer("/api/v1/contradictions", {}, { ...asked, limit: 20 });
  const asTable = query.get("as") === "table";
  const turn = () => ask({ as: asTable ? null : "table" });
  useKeys({ v: { does: "table, or side by side", act: turn } });
  return (
    <>
      <Head
        title="Contradictions"
        lead="What stands against what. A tension is no contradiction, and a rejection of a document flips none of its claims."
        path="/contradictions"
        query={asked}
      >
        <button type="button" aria-pressed={asTable} onClick={turn}>
          Table <kbd>v</kbd>
        </button>
      </Head>
      <div className="filters">
        <Filter name="kind" label="Kind" options={Object.keys(KINDS)} />
        <Filter name="entity" label="Party" type="search" />
      </div>
      <Answer of={links}>
        {(page) => (
          <>
            {page.total === 0 && (
              <Empty>
                <p>
                  Nothing held stands against anything else held{asked.kind || asked.entity ? " in this way: take a filter out" : ""}. Sides come apart when
                  what others say is held too: <Link to={address(["add"])}>add a document</Link>.
                </p>
              </Empty>
            )}
            {asTable ? <AsTable links={page.results} total={page.total} /> : <SideBySide links={page.results} />}
            <Pager {...page} />
          </>
        )}
      </Answer>
    </>
  );
}

interface LinksProps {
  readonly links: readonly LinkTold[];
}

function SideBySide({ links }: LinksProps) {
  const [at, setAt] = useState(-1);
  const step = (by: number) => {
    const next = Math.min(Math.max(at + by, 0), links.length - 1);
    setAt(next);
    document.querySelector(`[data-pair="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const link = links[at];
  useKeys({
    j: { does: "next pair", act: () => step(1) },
    k: { does: "pair before", act: () => step(-1) },
    ...(link && { o: { does: "open its finding", act: () => go(address(link.a.finding ? ["findings", link.a.finding] : ["claims", link.a.id])) } }),
  });
  return links.map((one, place) => <Pair key={`${one.kind} ${one.a.id} ${place}`} link={one} place={place} isAt={place === at} />);
}

function AsTable({ links, total }: LinksProps & { readonly total: number }) {
  return (
    <Table
      caption={`${total.toLocaleString("en")} pairs`}
      rows={links}
      keyOf={(one) => `${one.kind} ${one.a.id} ${"rests_on_it" in one.b ? "" : one.b.id}`}
      to={(one) => address(["claims", one.a.id])}
      columns={[
        { name: "How", cell: (one) => KINDS[one.kind] ?? one.kind },
        { name: "One", cell: (one) => <Said of={one.a} /> },
        { name: "Other", cell: (one) => ("rests_on_it" in one.b ? <bdi>{one.b.document?.name ?? "a document"}</bdi> : <Said of={one.b} />) },
        { name: "Why", cell: (one) => one.reason },
      ]}
    />
  );
}

function Said({ of: side }: { readonly of: LinkTold["a"] }) {
  return (
    <Link to={address(["claims", side.id])}>
      <span dir="auto">{side.says}</span>
    </Link>
  );
}

interface PairProps {
  readonly link: LinkTold;
  readonly place: number;
  readonly isAt: boolean;
}

function Pair({ link, place, isAt }: PairProps) {
  return (
    <article className={isAt ? "card claim at" : "card"} data-pair={place} aria-current={isAt || undefined}>
      <h2>
        {KINDS[link.kind] ?? link.kind} <span className="from">{link.reason}</span>
      </h2>
      <div className="columns">
        <Side of={link.a} />
        {"rests_on_it" in link.b ? <Rejected of={link.b} /> : <Side of={link.b} />}
      </div>
    </article>
  );
}

function Side({ of: side }: { readonly of: LinkTold["a"] }) {
  return (
    <div>
      <p>
        <Said of={side} />
      </p>
      <Evidence of={[side.evidence]} />
      {side.finding && side.status && (
        <p className="from">
          <Status of={side.status} /> <Link to={address(["findings", side.finding])}>its finding</Link>: {side.positive_roots} for,{" "}
          {side.negative_roots} against
          {side.reply && ` · reply: ${side.reply.replaceAll("_", " ")}`}
        </p>
      )}
    </div>
  );
}

type RejectedTold = Exclude<LinkTold["b"], LinkTold["a"]>;

function Rejected({ of: rejected }: { readonly of: RejectedTold }) {
  return (
    <div>
      {rejected.document && (
        <p>
          The document{" "}
          <Link to={address(["entities", rejected.document.id])}>
            <bdi>{rejected.document.name}</bdi>
          </Link>
        </p>
      )}
      <p className="from">
        {rejected.rests_on_it.length} claims rest on it, and stand as they stood.
        {rejected.document && (
          <>
            {" "}
            <Link to={address(["contradictions"], { kind: "rejects_document", entity: rejected.document.id })}>Who rejects it</Link>
          </>
        )}
      </p>
    </div>
  );
}
