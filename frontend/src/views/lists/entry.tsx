/** One list entry: as it stands, as it stood, and its fairness file. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Tabs } from "../../parts/tabs";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Facts, type Entry as Listed } from "./facts";
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

function History({ history }: { readonly history: readonly Stretch[] }) {
  return (
    <ol>
      {history.map((stretch) => (
        <li key={stretch.first}>
          <h3>
            {stretch.first} – {stretch.last} ({stretch.releases} {stretch.releases === 1 ? "release" : "releases"})
          </h3>
          {stretch.entry === null ? <p>Not listed.</p> : <Facts of={stretch.entry as unknown as Listed} />}
        </li>
      ))}
    </ol>
  );
}
