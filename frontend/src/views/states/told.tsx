/** What documents tell of states: records with the replies to them, and claims with what stands against them. */
import type { AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { FACTUALITY } from "../../parts/said";
import { address } from "../../route";
import { Elsewhere } from "./proof";
import { useSeen } from "./seen";
import { plain, valueOf } from "./words";

export type RecordTold = AnswerTo<"/api/v1/states/records">["results"][number];
export type SaidOfState = AnswerTo<"/api/v1/states/said">["results"][number];
type ClaimTold = SaidOfState["against"][number];

/** Show records in their order; a reply stands with what it answers, and by itself only where that is not shown. */
export function Records({ of: records, elsewhere = [] }: { readonly of: readonly RecordTold[]; readonly elsewhere?: readonly string[] }) {
  const answering = new Set([...records.flatMap((one) => one.replies), ...elsewhere]);
  const shown = records.filter((one) => !answering.has(one.id));
  return shown.map((one) => <Recorded key={one.id} record={one} among={records} />);
}

function Recorded({ record, among }: { readonly record: RecordTold; readonly among: readonly RecordTold[] }) {
  const { to } = useSeen();
  return (
    <article className="card" aria-label={`${plain(record.kind)}, ${record.on}`}>
      <p>
        <strong>{record.kind === "reply" ? `${record.name} replied` : plain(record.kind)}</strong>, {record.on}
        {record.references.map((reference) => (
          <span key={reference}>
            {" · "}
            <Link to={to(["entry", reference])}>{reference}</Link>
          </span>
        ))}
      </p>
      {Object.keys(record.fields).length > 0 && (
        <dl className="facts">
          {Object.entries(record.fields).map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{plain(name)}</dt>
              <dd>
                <bdi>{valueOf(name, value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Where record={record} />
      {among
        .filter((one) => record.replies.includes(one.id))
        .map((one) => (
          <Recorded key={one.id} record={one} among={among} />
        ))}
    </article>
  );
}

/** The document that tells a record, and its words. */
function Where({ record }: { readonly record: RecordTold }) {
  const { id, title } = record.document;
  return (
    <figure>
      {record.text !== "" && (
        <blockquote className="words" dir="auto">
          {quoted(record.text)}
        </blockquote>
      )}
      <figcaption className="from">
        {id ? (
          <Link to={address(["documents", id])}>
            <bdi>{title}</bdi>
          </Link>
        ) : (
          <>
            <bdi>{title}</bdi> (not held)
          </>
        )}
        {record.locator !== "" && `, ${record.locator}`}
        {record.address !== null && (
          <>
            {" · "}
            <Elsewhere to={record.address} />
          </>
        )}
        {` · recorded by ${record.by}, ${record.at.slice(0, 10)} · ${record.id}`}
      </figcaption>
    </figure>
  );
}

interface SaidProps {
  readonly said: readonly SaidOfState[];
  readonly records: readonly RecordTold[];
}

/** Show claims on what a state did or did not do, each with the other side and the records beside it. */
export function SaidOf({ said, records }: SaidProps) {
  return said.map((one) => (
    <article key={one.claim} className="card" aria-label={`Said by ${one.by.at(-1) ?? "somebody"}`}>
      <Claimed claim={one} factuality={one.factuality} isOwn={one.own} />
      {one.against.map((other) => (
        <div key={other.claim} className="beside">
          <strong>Against it</strong>
          <Claimed claim={other} />
        </div>
      ))}
      {records
        .filter((record) => one.replies.includes(record.id))
        .map((record) => (
          <Recorded key={record.id} record={record} among={records} />
        ))}
      {records
        .filter((record) => one.records.includes(record.id))
        .map((record) => (
          <p key={record.id} className="from">
            Recorded: {plain(record.kind)}, {record.on}, <bdi>{record.document["title"]}</bdi>
            {record.held ? "" : " (not held)"} · {record.id}
          </p>
        ))}
    </article>
  ));
}

interface ClaimProps {
  readonly claim: ClaimTold;
  readonly factuality?: string;
  readonly isOwn?: boolean;
}

export function Claimed({ claim, factuality, isOwn }: ClaimProps) {
  return (
    <figure>
      <blockquote className={factuality?.endsWith("-") ? "words negative" : "words"} dir="auto">
        {quoted(claim.words)}
      </blockquote>
      <figcaption className="from">
        {factuality?.endsWith("-") && <strong>✕ says that it is not so · </strong>}
        <bdi>{claim.by.join(" → ")}</bdi>
        {isOwn && <strong> · the state’s own word</strong>}
        {factuality !== undefined && (
          <>
            {" · "}
            <abbr title={FACTUALITY[factuality]}>{factuality}</abbr>
          </>
        )}
        {" · "}
        <Link to={address(["claims", claim.claim])}>
          <bdi>{claim.document.title}</bdi>, {claim.locator}
        </Link>
        {claim.document.notice && <abbr title={claim.document.notice}> †</abbr>}
      </figcaption>
    </figure>
  );
}
