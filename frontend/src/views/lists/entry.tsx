/** One list entry: as it stands, as it stood, and its fairness file. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { API } from "../../api/client";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Tabs } from "../../parts/tabs";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Facts, type Entry as Listed } from "./facts";
import { Fields } from "./changes";
import { Fairness } from "./fairness";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Entry({ id, query }: Props) {
  const entry = useAnswer("/api/v1/entries/{entry_id}", { entry_id: id });
  return (
    <Answer of={entry} isWhole>
      {(told) => {
        const listed = told.entry as unknown as Listed;
        return (
          <>
            <Head
              title={`${listed.name} (${listed.reference})`}
              lead={told.listed ? `In force in ${told.release}` : "No longer listed: shown as it last stood"}
            >
              <Link className="button" to={address(["screening"], { q: listed.name })}>
                Screen the name
              </Link>
              <a className="button" href={`${API}/entries/${encodeURIComponent(id)}`} download={`${listed.reference}.json`}>
                JSON
              </a>
            </Head>
            <Tabs
              at={query.get("tab")}
              tabs={[
                { key: "entry", title: "As it stands", show: () => <Facts of={listed} /> },
                { key: "history", title: `History (${told.history.length})`, show: () => <History history={told.history} /> },
                { key: "fairness", title: "Fairness file", show: () => <Fairness id={id} /> },
              ]}
            />
          </>
        );
      }}
    </Answer>
  );
}

type Stretch = AnswerTo<"/api/v1/entries/{entry_id}">["history"][number];

/** The newest first, each with what its first release changed. */
function History({ history }: { readonly history: readonly Stretch[] }) {
  if (history.length === 0) {
    return (
      <p className="empty">
        No release of this list is held in the project, only the one that ships with Sayso: <code>sayso lists update</code>.
      </p>
    );
  }
  return [...history].reverse().map((stretch) => (
    <section key={stretch.first} className="stretch" aria-label={stretch.first}>
      <h2>
        {stretch.first === stretch.last ? stretch.first : `${stretch.first} – ${stretch.last}`}{" "}
        <span className="from">
          {stretch.releases} {stretch.releases === 1 ? "release" : "releases"}
        </span>
      </h2>
      {stretch.changed === null ? (
        <p className="from">{stretch.entry === null ? "Not listed in the first release held." : "In the first release held."}</p>
      ) : (
        <>
          <p>
            <strong>{stretch.changed.change.replaceAll("_", " ")}</strong>
          </p>
          <Fields fields={stretch.changed.fields} />
        </>
      )}
      {stretch.entry === null ? (
        <p>Not listed.</p>
      ) : (
        <details>
          <summary>As it stood then</summary>
          <Facts of={stretch.entry as unknown as Listed} />
        </details>
      )}
    </section>
  ));
}
