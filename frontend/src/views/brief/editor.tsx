/** An outline that a person puts in order and rewords, with its brief beside it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { API, send } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import { usePosted } from "../../api/posted";
import { Dialog } from "../../parts/dialog";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Answer, ProblemBox } from "../../parts/waiting";
import { address, go } from "../../route";
import { Checked, showParagraph } from "./checked";
import { useHistory } from "./history";
import { asked, keysInOrder, ofTold, type OutlineTold } from "./outline";
import { OutlineList } from "./outline-list";
import type { Fault } from "./rules";
import { ForWhom, forWhom } from "./scope";
import { Since, type Issue } from "./since";
import { Take } from "./take";
import { useKeeping } from "./use-keeping";
import { Written } from "./written";

interface Props {
  readonly name: string;
  readonly query: URLSearchParams;
}

export function Editor({ name, query }: Props) {
  const told = useAnswer("/api/v1/outlines/{name}", { name });
  const [first, setFirst] = useState<OutlineTold | null>(null);
  if (first === null && told.data !== null) setFirst(told.data); // what is worked on is not asked for again
  return <Answer of={told} isWhole>{() => first && <Opened key={first.version} first={first} name={name} query={query} anew={setFirst} />}</Answer>;
}

interface OpenedProps extends Props {
  readonly first: OutlineTold;
  readonly anew: (told: OutlineTold) => void;
}

const PAUSE = 350; // milliseconds after the last key

function Opened({ first, name, query, anew }: OpenedProps) {
  const history = useHistory(() => ofTold(first));
  const [issue, setIssue] = useState<Issue | null>(null);
  const [isLettingGo, setLettingGo] = useState(false);
  const outline = history.now;
  const sent = asked(outline);
  const keeping = useKeeping(name, sent, first);
  const body: Shapes["BriefAsked"] = {
    scope: { most: 40, ...forWhom(query) },
    outline: sent,
    since: issue?.text ?? null,
    annexes: query.get("annexes") === "true",
  };
  const check = usePosted<Shapes["CheckTold"]>("/brief/check", body, PAUSE);
  const faults = check.data?.faults ?? [];
  useKeys({
    u: { does: "take the last step back", act: history.undo },
    U: { does: "take the step again", act: history.redo },
  });
  return (
    <>
      <Head title={outline.title || name} lead={keeping.told} cite={outline.title || name}>
        <button type="button" onClick={history.undo} disabled={!history.canUndo}>
          Undo <kbd>u</kbd>
        </button>
        <button type="button" onClick={history.redo} disabled={!history.canRedo}>
          Redo <kbd>U</kbd>
        </button>
        <a className="button" href={`${API}/outlines/${encodeURIComponent(name)}.txt`} download={`${name}.txt`}>
          Outline as a file
        </a>
        <button type="button" onClick={() => setLettingGo(true)}>
          Delete
        </button>
        <Link className="button" to={address(["brief", "outlines"])}>
          All outlines
        </Link>
      </Head>
      {keeping.problem && (
        <ProblemBox problem={keeping.problem} {...(keeping.isConflict ? {} : { again: keeping.again })} />
      )}
      {keeping.isConflict && <Conflict name={name} anew={anew} />}
      <ForWhom />
      <div className="filters">
        <Take brief={body} />
        <Since issue={issue} choose={setIssue} />
      </div>
      <div className="desk">
        <section aria-label="The outline">
          <OutlineList
            of={outline}
            change={history.change}
            faults={byLine(faults, keysInOrder(outline))}
            brief={check.data?.brief ?? null}
            isWritten={check.data !== null || check.problem !== null}
          />
        </section>
        <section aria-label="As it will read" aria-busy={check.isLoading}>
          {check.problem && <ProblemBox problem={check.problem} />}
          {check.data && <Checked of={check.data} show={(fault) => shown(fault, keysInOrder(outline))} />}
          {check.data?.brief && <Written of={check.data.brief} faults={faults} />}
        </section>
      </div>
      {isLettingGo && <LetGo name={name} close={() => setLettingGo(false)} forget={keeping.forget} />}
    </>
  );
}

/** Give the faults of each line, by its key. */
function byLine(faults: readonly Fault[], keys: readonly string[]): ReadonlyMap<string, readonly Fault[]> {
  const found = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = fault.line === null ? undefined : keys[fault.line];
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), fault]);
  }
  return found;
}

function shown(fault: Fault, keys: readonly string[]): void {
  if (fault.line === null) showParagraph(fault);
  else document.querySelector(`[data-line="${keys[fault.line] ?? ""}"]`)?.scrollIntoView({ block: "center" });
}

/** Somebody else kept a newer version: theirs is opened, or ours is begun as another; nothing is written over. */
function Conflict({ name, anew }: { readonly name: string; readonly anew: (told: OutlineTold) => void }) {
  const theirs = useAnswer("/api/v1/outlines/{name}", { name });
  return (
    <p>
      <button type="button" disabled={theirs.data === null} onClick={() => theirs.data && anew(theirs.data)}>
        Open theirs; what you changed since is lost
      </button>
    </p>
  );
}

interface LetGoProps {
  readonly name: string;
  readonly close: () => void;
  readonly forget: () => void;
}

function LetGo({ name, close, forget }: LetGoProps) {
  async function remove(): Promise<void> {
    forget();
    await send(`/outlines/${encodeURIComponent(name)}`, { method: "DELETE", headers: { "Content-Type": "application/json" } });
    go(address(["brief", "outlines"]));
  }
  return (
    <Dialog title="Delete the outline" close={close}>
      <p>
        “<bdi>{name}</bdi>” goes from the project's folder, with its order, headings and sentences. What it tells of stays.
      </p>
      <div className="tools">
        <button type="button" className="main" onClick={() => void remove()}>
          Delete
        </button>
        <button type="button" onClick={close} autoFocus>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
