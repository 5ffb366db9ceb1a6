/** One list entry: as it stands, as it stood, and its fairness file. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { Tabs } from "../../parts/tabs";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import { Facts, type Entry as Listed } from "./facts";
import { Fields } from "./releases";

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

function Fairness({ id }: { readonly id: string }) {
  const file = useAnswer("/api/v1/entries/{entry_id}/fairness", { entry_id: id });
  return (
    <Answer of={file}>
      {(told) => (
        <>
          <p className="lead">What stands here is said by others and cited. It is no judgement of the party.</p>
          <h2>What the list says of the party</h2>
          <Lines of={told.list_says} none="Nothing." />
          <h2>What others say, and what was denied</h2>
          <Lines of={told.others_say.map((one) => one.says)} none="The project holds nothing on the party." />
          <h2>Reviews</h2>
          <Lines of={told.reviews.map((one) => `${one.concluded_on ?? "no date"}: ${one.words}`)} none="The remarks tell of none." />
          <h2>Stale or at odds</h2>
          <ul>
            {told.discrepancies.map((one) => (
              <li key={one.kind + one.says}>
                {one.severity}: {one.says}
                <ul className="from">
                  {one.words.map((words) => (
                    <li key={words.reference + words.words} dir="auto">
                      {words.reference}, {words.field}: {quoted(words.words)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {told.discrepancies.length === 0 && <Empty>Nothing was found.</Empty>}
          <h2>What changed in the releases held</h2>
          {told.changes.length === 0 && <p>Nothing.</p>}
          {told.changes.map((change) => (
            <div key={change.release}>
              <h3>
                {change.release}: {change.change.replaceAll("_", " ")}
              </h3>
              <Fields fields={change.fields} />
            </div>
          ))}
        </>
      )}
    </Answer>
  );
}

function Lines({ of: lines, none }: { readonly of: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
