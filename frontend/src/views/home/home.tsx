/** Home: search over everything, what is new, who is spoken of, and what is open. */
import { useAnswer } from "../../api/answer";
import { Empty, Answer } from "../../parts/waiting";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { address } from "../../route";
import type { ProjectTold } from "../../api/shapes";
import type { ViewProps } from "..";
import { Found } from "./found";
import { News } from "./news";
import { SpokenOf } from "./spoken-of";
import { SearchBox } from "./search-box";

export default function Home({ query }: ViewProps) {
  const project = useAnswer("/api/v1/project");
  const asked = query.get("q") ?? "";
  return (
    <>
      <Head title={project.data?.name ?? "Sayso"} lead="Who says what about whom, in whose words, and who denies it." />
      <SearchBox asked={asked} isSought={query.get("search") !== null} />
      {asked ? (
        <Found q={asked} />
      ) : (
        <Answer of={project}>{(told) => (told.empty ? <Begin project={told} /> : <AtAGlance project={told} />)}</Answer>
      )}
    </>
  );
}

function Begin({ project }: { readonly project: ProjectTold }) {
  return (
    <Empty>
      <h2>Nothing is held yet</h2>
      <ul>
        {project.teaches.map((step) => (
          <li key={step.says}>
            {step.page ? <Link to={step.page}>{step.says}</Link> : step.says}
            {step.command && (
              <>
                {" "}
                <code>{step.command}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </Empty>
  );
}

function AtAGlance({ project }: { readonly project: ProjectTold }) {
  return (
    <div className="columns thirds">
      <Open project={project} />
      <SpokenOf />
      <News />
    </div>
  );
}

/** What asks for a person, the most pressing first. */
function Open({ project }: { readonly project: ProjectTold }) {
  const { counts, lists } = project;
  return (
    <section className="card" aria-labelledby="open">
      <h2 id="open">Open</h2>
      <ul className="plain">
        <li>
          <Link to={address(["findings"], { status: "contested" })}>{counted(counts.contested, "contested finding")}</Link>
        </li>
        <li>
          <Link to={address(["review"])}>{counts.waiting === null ? "What waits in review" : `${counts.waiting.toLocaleString("en")} wait in review`}</Link>
        </li>
        <li>
          <Link to={address(["hypotheses"])}>{counted(counts.questions, "question")} about identity</Link>
        </li>
        <li>
          <Link to={address(["documents"], { tab: "sources" })}>{counted(counts.to_obtain, "source")} to obtain</Link>
        </li>
      </ul>
      <h3>Lists in force</h3>
      <ul className="plain">
        {lists.map((list) => (
          <li key={list.authority}>
            <Link to={address(["lists", list.authority])}>{list.title}</Link>, {list.published}
            {list.old && (
              <>
                {" "}
                <strong>· {list.age_days} days old:</strong> <code>sayso lists update</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "3 sources"; without the number where it is still being counted. */
function counted(count: number | null, noun: string): string {
  if (count === null) return `${noun[0]?.toUpperCase()}${noun.slice(1)}s`;
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
