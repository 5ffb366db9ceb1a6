/** A file that the server writes in the background: how far it is, and the file when it is there. */
import { useEffect, useRef, useState } from "react";
import { post, Problem } from "../api/client";
import type { Shapes } from "../api/shapes";
import { Dialog } from "./dialog";
import { useJob } from "./job";
import { ProblemBox } from "./waiting";

interface Props {
  readonly title: string;
  /** Where it is begun, and with what. */
  readonly path: string;
  readonly body: unknown;
  readonly close: () => void;
}

export function Making({ title, path, body, close }: Props) {
  const [id, setId] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    post<Shapes["JobTold"]>(path, body).then(
      (job) => setId(job.id),
      (bad: unknown) => setProblem(bad instanceof Problem ? bad : new Problem(0, "Not begun", String(bad))),
    );
  }, [path, body]);
  return (
    <Dialog title={title} close={close}>
      {problem && <Refused problem={problem} />}
      {id !== null && <Progress id={id} />}
      <div className="tools">
        <button type="button" className="main" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

/** Why it is not written, with each line that stands against it. */
function Refused({ problem }: { readonly problem: Problem }) {
  const faults = (problem.told["faults"] ?? []) as readonly { readonly detail: string }[];
  return (
    <>
      <ProblemBox problem={problem} />
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault.detail} dir="auto">
              {fault.detail}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Progress({ id }: { readonly id: string }) {
  const { job, problem, cancel, isLost } = useJob(id);
  const link = useRef<HTMLAnchorElement>(null);
  const made = job?.made ?? null;
  useEffect(() => {
    if (made !== null) link.current?.click();
  }, [made?.address]);
  if (problem !== null) return <ProblemBox problem={problem} />;
  if (job === null) return <p role="status">Beginning…</p>;
  return (
    <>
      <p role="status">
        {job.error ?? (made === null ? `${job.says ?? job.state}…` : "It is written.")}
        {isLost && " The server does not answer just now."}
      </p>
      {made === null && job.error === null && (
        <>
          <progress max={Math.max(job.total, 1)} value={job.done} aria-label="Done" />{" "}
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </>
      )}
      {made !== null && (
        <p>
          <a ref={link} href={made.address} download={made.name}>
            {made.name}
          </a>{" "}
          ({Math.ceil(made.bytes / 1000).toLocaleString("en")} kB)
        </p>
      )}
      {made?.notes.map((note) => (
        <p key={note} className="from">
          {note}
        </p>
      ))}
    </>
  );
}
