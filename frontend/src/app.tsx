/** The frame: the rail of views, the notice of what is seen, and the view that the address names. */
import { Component, Suspense, useEffect, useState, type ReactNode } from "react";
import { Problem } from "./api/client";
import { useAnswer } from "./api/answer";
import type { ProjectTold } from "./api/shapes";
import { Help } from "./parts/help";
import { listenToKeys, useKeys, type Key } from "./parts/keys";
import { Link } from "./parts/link";
import { AskForToken } from "./parts/token";
import { Empty, ProblemBox } from "./parts/waiting";
import { address, go, useRoute } from "./route";
import { VIEWS } from "./views";

export function App() {
  const route = useRoute();
  const project = useAnswer("/api/v1/project");
  const [isHelp, setHelp] = useState(false);
  const entry = VIEWS[route.view];
  useEffect(listenToKeys, []);
  useKeys({
    ...jumps(),
    "?": { does: "show the keys", act: () => setHelp(true) },
    "/": { does: "search everything", act: search },
  });
  return (
    <div className="frame">
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <Rail at={route.view} counts={project.data?.counts ?? null} openHelp={() => setHelp(true)} />
      <div>
        <Notices of={project.data?.notices ?? []} />
        <main id="view" className="view" key={route.view}>
          {project.problem?.status === 401 ? (
            <AskForToken />
          ) : (
            <Fence key={location.pathname}>
              <Suspense fallback={<p className="loading">Loading…</p>}>
                {entry === undefined ? <Unknown /> : <entry.view rest={route.rest} query={route.query} />}
              </Suspense>
            </Fence>
          )}
        </main>
      </div>
      {isHelp && <Help close={() => setHelp(false)} />}
    </div>
  );
}

/** Words that must stand wherever documents that bear them are shown; † marks those. */
function Notices({ of: notices }: { readonly of: ProjectTold["notices"] }) {
  if (notices.length === 0) return null;
  return (
    <aside aria-label="Notices">
      {notices.map(({ notice, documents }) => (
        <p key={notice} className="notice">
          † {documents} {documents === 1 ? "document" : "documents"}: {notice}
        </p>
      ))}
    </aside>
  );
}

/** The search of Home is that of the whole workbench. */
function search(): void {
  const field = document.querySelector<HTMLInputElement>("#search");
  if (field === null) go(address([], { search: true }));
  else field.focus();
}

function jumps(): Record<string, Key> {
  return Object.fromEntries(
    Object.entries(VIEWS)
      .filter(([, { key }]) => key !== "")
      .map(([path, { key, title }]) => [
        `g ${key}`,
        { does: `go to ${title}`, act: () => go(address(path === "" ? [] : [path])) },
      ]),
  );
}

interface RailProps {
  readonly at: string;
  readonly counts: ProjectTold["counts"] | null;
  readonly openHelp: () => void;
}

function Rail({ at, counts, openHelp }: RailProps) {
  return (
    <header className="rail">
      <Link className="brand" to={address([])}>
        Sayso
      </Link>
      <nav aria-label="Views">
        {(["Look", "Check", "Work"] as const).map((group) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <ul>
              {Object.entries(VIEWS)
                .filter(([, entry]) => entry.group === group)
                .map(([path, entry]) => (
                  <li key={path}>
                    <Link
                      to={address(path === "" ? [] : [path])}
                      aria-current={path === at ? "page" : undefined}
                      title={`g ${entry.key}${entry.count ? `; the number: ${entry.count.says}` : ""}`}
                    >
                      {entry.title}
                      <Count of={entry.count && counts?.[entry.count.of]} />
                      <kbd aria-hidden="true">{entry.key}</kbd>
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      <button type="button" onClick={openHelp}>
        Keys <kbd>?</kbd>
      </button>
    </header>
  );
}

function Count({ of }: { readonly of: number | null | undefined }) {
  return of === undefined || of === null ? null : <span className="count">{of.toLocaleString("en")}</span>;
}

function Unknown() {
  return (
    <Empty>
      <h1>There is no such view</h1>
      <p>
        The address may be of another version. <Link to={address([])}>Home</Link> leads everywhere.
      </p>
    </Empty>
  );
}

/** Keeps a view that fails from taking the frame with it. */
class Fence extends Component<{ readonly children: ReactNode }, { readonly bad: Error | null }> {
  override state = { bad: null as Error | null };

  static getDerivedStateFromError(bad: Error) {
    return { bad };
  }

  override render() {
    const { bad } = this.state;
    if (bad === null) return this.props.children;
    if (/module/.test(bad.message)) {
      // It was never loaded, and the browser does not ask twice: the server is gone, or a newer one has other files.
      const gone = new Problem(0, "No answer", "The server does not answer: is `sayso serve` still running?");
      return <ProblemBox problem={gone} again={() => location.reload()} />;
    }
    const told = new Problem(0, "This view cannot be shown", bad.message);
    return <ProblemBox problem={told} again={() => this.setState({ bad: null })} />;
  }
}
