/** Briefs: composed of what one asks for, or in an outline of one's own. */
import { useState } from "react";
import type { Shapes } from "../../api/shapes";
import { useAnswer } from "../../api/answer";
import { usePosted } from "../../api/posted";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Empty, ProblemBox } from "../../parts/waiting";
import { API } from "../../api/client";
import { address, searchOf } from "../../route";
import type { ViewProps } from "..";
import { Checked, showParagraph } from "./checked";
import { Editor } from "./editor";
import { Kept } from "./kept";
import { Begin } from "./begin";
import { ScopeFields, scopeOf } from "./scope";
import { Since, type Issue } from "./since";
import { Take } from "./take";
import { Written } from "./written";
import "./brief.css";

export default function Brief({ rest, query }: ViewProps) {
  const [what, name] = rest;
  if (what === "outlines") return name === undefined ? <Kept query={query} /> : <Editor key={name} name={name} query={query} />;
  return <Compose query={query} />;
}

const PAUSE = 150; // milliseconds

function Compose({ query }: { readonly query: URLSearchParams }) {
  const [issue, setIssue] = useState<Issue | null>(null);
  const [isBeginning, setBeginning] = useState(false);
  const scope = scopeOf(query);
  const asked: Shapes["BriefAsked"] = { scope, since: issue?.text ?? null, annexes: query.get("annexes") === "true" };
  const { data, problem, isLoading } = usePosted<Shapes["CheckTold"]>("/brief/check", asked, PAUSE);
  useKeys({ e: { does: "edit the outline", act: () => setBeginning(true) } });
  const project = useAnswer("/api/v1/project");
  const brief = data?.brief ?? null;
  if (project.data?.empty) return <Nothing />;
  return (
    <>
      <Head
        title="Brief"
        lead="Every sentence stands on the claims in its footnotes; a denial stands beside its allegation."
        cite={brief?.title ?? "Brief"}
      >
        <button type="button" className="main" onClick={() => setBeginning(true)} disabled={brief === null}>
          Edit the outline <kbd>e</kbd>
        </button>
        <Link className="button" to={address(["brief", "outlines"])}>
          Outlines kept
        </Link>
        <a className="button" href={`${API}/brief.csv?${searchOf({ ...scope, final: null })}`} download>
          CSV, a row a sentence
        </a>
      </Head>
      <ScopeFields query={query} />
      <div className="filters">
        <Take brief={asked} />
        <Since issue={issue} choose={setIssue} />
      </div>
      {problem && <ProblemBox problem={problem} />}
      {data === null && problem === null && <p className="loading">Writing…</p>}
      <div aria-busy={isLoading}>{data !== null && <Result of={data} />}</div>
      {isBeginning && <Begin scope={scope} close={() => setBeginning(false)} />}
    </>
  );
}

function Nothing() {
  return (
    <>
      <Head title="Brief" />
      <Empty>
        Nothing is held yet that a brief could rest on. <Link to={address(["add"])}>Add documents</Link>: a brief then tells who says what, with
        each denial beside its allegation, and every sentence leads to its words.
      </Empty>
    </>
  );
}

function Result({ of: told }: { readonly of: Shapes["CheckTold"] }) {
  const { brief } = told;
  if (brief !== null && brief.sections.length === 0) {
    return (
      <Empty>
        Nothing that is read surely enough is known of this: there is nothing to write. Ask for more, or look whether something waits in{" "}
        <Link to={address(["review"])}>review</Link>.
      </Empty>
    );
  }
  return (
    <>
      <Checked of={told} show={showParagraph} />
      {brief !== null && <Written of={brief} faults={told.faults} />}
    </>
  );
}
