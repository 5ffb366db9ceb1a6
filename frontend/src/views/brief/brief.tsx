/** The brief as it stands: numbered paragraphs, a footnote a claim, and what is still to be signed. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { API } from "../../api/client";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Answer, Empty } from "../../parts/waiting";
import { address, searchOf } from "../../route";
import type { ViewProps } from "..";
import "./brief.css";

type BriefTold = AnswerTo<"/api/v1/brief">;

export default function Brief({ query }: ViewProps) {
  const asked = { entity: query.get("entity"), most: query.get("most"), public: query.get("public") };
  const brief = useAnswer("/api/v1/brief", {}, asked);
  const file = (suffix: string) => `${API}/brief.${suffix}?${searchOf(asked)}`;
  return (
    <>
      <Head title={brief.data?.title ?? "Brief"} lead="Every sentence stands on the claims in its footnotes.">
        <a className="button" href={file("md")} download>
          Markdown
        </a>
        <a className="button" href={file("html")} download>
          HTML
        </a>
      </Head>
      <div className="filters">
        <Filter name="entity" label="About one party" type="search" />
        <Filter name="most" label="At most" options={["10", "25", "50", "100"]} any="25 findings" />
        <Filter name="public" label="For" options={["true"]} any="ourselves" />
      </div>
      <Answer of={brief}>{(told) => <Written told={told} />}</Answer>
    </>
  );
}

function Written({ told }: { readonly told: BriefTold }) {
  if (told.sections.every((section) => section.paragraphs.length === 0)) {
    return <Empty>Nothing that is read surely enough is known of it: there is nothing to write.</Empty>;
  }
  const notes = new Map(told.footnotes.map((note) => [note.number, note]));
  return (
    <article className="brief">
      {told.mark && <p className="draft">{told.mark}</p>}
      {told.notices.map((notice) => (
        <p key={notice} className="from">
          {notice}
        </p>
      ))}
      {told.sections.map((section) => (
        <section key={section.heading} aria-label={section.heading}>
          <h2>{section.heading}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph.number} dir="auto">
              <span className="paragraph">{paragraph.number}.</span>{" "}
              {paragraph.lines.map((line, place) => (
                <span key={place}>
                  {line.status && <Status of={line.status} />} {line.text}
                  {line.footnotes.map((number) => (
                    <sup key={number}>
                      <a href={`#note-${number}`} title={notes.get(number)?.words}>
                        {number}
                      </a>{" "}
                    </sup>
                  ))}
                </span>
              ))}
            </p>
          ))}
        </section>
      ))}
      <section aria-label="Limits">
        <h2>Limits</h2>
        <ul>
          {told.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      <section aria-label="Footnotes">
        <h2>Footnotes</h2>
        <ol>
          {told.footnotes.map((note) => (
            <li key={note.number} id={`note-${note.number}`} value={note.number} dir="auto">
              “{note.words}” {note.chain.join(" → ")}.{" "}
              <Link to={address(["claims", note.claim])}>
                {[note.document, note.publisher, note.published, note.locator].filter(Boolean).join(", ")}
              </Link>
              {note.notice && ` [${note.notice}]`}
            </li>
          ))}
        </ol>
      </section>
      <p className="from">
        Cut-off {told.cut_off.slice(0, 10)} · {told.versions.map(({ what, version }) => `${what} ${version}`).join(" · ")}
      </p>
    </article>
  );
}
