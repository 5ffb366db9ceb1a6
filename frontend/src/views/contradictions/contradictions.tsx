/** Claims that stand against each other, side by side: the words, who, when, how many sources, the reply. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Evidence } from "../../parts/evidence";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Status } from "../../parts/status";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
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
  return (
    <>
      <Head
        title="Contradictions"
        lead="What stands against what. A tension is no contradiction, and a rejection of a document flips none of its claims."
        path="/contradictions"
        query={asked}
      />
      <div className="filters">
        <Filter name="kind" label="Kind" options={Object.keys(KINDS)} />
        <Filter name="entity" label="Party" type="search" />
      </div>
      <Answer of={links}>
        {(page) => (
          <>
            {page.total === 0 && <Empty>Nothing held stands against anything else held.</Empty>}
            {page.results.map((link, place) => (
              <Pair key={`${link.kind} ${link.a.id} ${place}`} link={link} />
            ))}
            <Pager {...page} />
          </>
        )}
      </Answer>
    </>
  );
}

function Pair({ link }: { readonly link: LinkTold }) {
  return (
    <article className="card">
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
      <p dir="auto">
        <Link to={address(["claims", side.id])}>{side.says}</Link>
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
      <p className="from">{rejected.rests_on_it.length} claims rest on it, and stand as they stood.</p>
      <ul className="from">
        {rejected.rests_on_it.slice(0, 8).map((id) => (
          <li key={id}>
            <Link to={address(["claims", id])}>{id}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
