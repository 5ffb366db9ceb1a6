/** Long work on the server, file by file; a lost connection goes on where it was. */
import { useEffect, useState, type ReactNode } from "react";
import { useAnswer, type AnswerTo } from "../api/answer";
import { API, send, type Problem } from "../api/client";
import { changed } from "../api/resource";
import { address } from "../route";
import { Link } from "./link";
import { ProblemBox } from "./waiting";

export type JobTold = AnswerTo<"/api/v1/jobs/{job_id}">;
type FileTold = JobTold["files"][number];

const PAUSE = 2_000; // milliseconds until a server that gave no events is asked again

interface Watching {
  readonly job: JobTold | null;
  /** Why nothing is known of it: most often that Sayso was stopped since. */
  readonly problem: Problem | null;
  /** The server does not answer just now; it is asked again and again. */
  readonly isLost: boolean;
  readonly cancel: () => void;
}

/** Follow a job by its events; each only says that there is something new to be asked for. */
export function useJob(id: string): Watching {
  const asked = useAnswer("/api/v1/jobs/{job_id}", { job_id: id });
  const [isLost, setLost] = useState(false);
  const [round, setRound] = useState(0);
  const { again } = asked;
  const isGone = asked.problem?.status === 404;
  const isOver = asked.data !== null && isEnded(asked.data);
  useEffect(() => {
    if (isGone || isOver) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const events = new EventSource(`${API}/jobs/${id}/events`);
    for (const kind of ["file", "progress"]) events.addEventListener(kind, again);
    events.addEventListener("open", () => setLost(false));
    events.addEventListener("error", () => {
      setLost(true);
      again();
      // Cut off, the browser asks again by itself; answered otherwise than with events, it does not.
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(() => setRound((one) => one + 1), PAUSE);
    });
    events.addEventListener("end", () => {
      events.close();
      setLost(false);
      again();
      changed();
    });
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }, [id, again, isGone, isOver, round]);
  const cancel = () => void send(`/jobs/${id}`, { method: "DELETE", headers: { "Content-Type": "application/json" } }).then(again);
  const problem = isGone || asked.data === null ? asked.problem : null;
  return { job: asked.data, problem, isLost: isLost && !isOver, cancel };
}

export function isEnded(job: JobTold): boolean {
  return !["waiting", "running"].includes(job.state);
}

interface Props {
  readonly id: string;
  /** What is counted: "files", "rows". */
  readonly of: string;
  /** Shown while it runs, and when it has ended. */
  readonly children?: (job: JobTold) => ReactNode;
}

export function Job({ id, of, children }: Props) {
  const { job, problem, isLost, cancel } = useJob(id);
  if (problem !== null) return <ProblemBox problem={problem} />;
  if (job === null) return <p className="loading">Loading…</p>;
  return (
    <>
      <section className="card" aria-label="Progress">
        <p role="status">{inWords(job, of)}</p>
        <progress max={Math.max(job.total, 1)} value={job.done} aria-label="Done" />
        {isLost && (
          <p className="from">
            The server does not answer just now. If only the connection is lost, the work goes on there, and this page finds it again by itself. If Sayso
            was stopped, begin it again: this page then says what was not done; what was added is kept.
          </p>
        )}
        {job.error && <p className="problem">{job.error}</p>}
        {!isEnded(job) && (
          <p>
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </p>
        )}
        {job.kind === "documents" && <Files of={job.files} />}
      </section>
      {children?.(job)}
    </>
  );
}

const STATES: Readonly<Record<string, string>> = { waiting: "Waiting", running: "Running", done: "Done", cancelled: "Cancelled", failed: "Failed" };

function inWords(job: JobTold, of: string): string {
  const left = job.seconds_left === null ? "" : `, ${inTime(job.seconds_left)} left`;
  const failed = job.failed > 0 ? `, ${job.failed.toLocaleString("en")} failed` : "";
  return `${STATES[job.state] ?? job.state}: ${job.done.toLocaleString("en")} of ${job.total.toLocaleString("en")} ${of}${failed}${left}`;
}

function inTime(seconds: number): string {
  return seconds < 90 ? `about ${Math.ceil(seconds)} s` : `about ${Math.ceil(seconds / 60)} min`;
}

/** Those that failed stand first: they are what a person must look at. */
function Files({ of: files }: { readonly of: readonly FileTold[] }) {
  const failed = files.filter((file) => file.error !== null);
  const others = files.filter((file) => file.error === null);
  return (
    <ul className="plain">
      {[...failed, ...others].map((file) => (
        <li key={file.number}>
          <File of={file} />
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<string, string>> = { waiting: "…", reading: "▸", added: "✓", "already here": "=", failed: "✕", cancelled: "–" };

function File({ of: file }: { readonly of: FileTold }) {
  const name = <bdi>{file.name}</bdi>;
  return (
    <>
      <span aria-hidden="true">{SIGNS[file.state] ?? "·"}</span>{" "}
      {file.document ? <Link to={address(["documents", file.document])}>{name}</Link> : name}: {file.state}
      {file.error && <strong> {file.error}</strong>}
      {file.state === "added" && ` · ${file.passages} passages, ${file.claims} claims, ${file.refused} refused, ${file.seconds.toFixed(1)} s`}
      {file.remarks.map((remark) => (
        <span key={remark} className="from">
          {" "}
          {remark}
        </span>
      ))}
    </>
  );
}
