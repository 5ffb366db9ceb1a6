/** Long work on the server, file by file; a lost connection goes on where it was. */
import { useEffect } from "react";
import { useAnswer, type AnswerTo } from "../api/answer";
import { API, send } from "../api/client";
import { changed } from "../api/resource";
import { address } from "../route";
import { Link } from "./link";
import { Answer } from "./waiting";

export type JobTold = AnswerTo<"/api/v1/jobs/{job_id}">;

interface Props {
  readonly id: string;
  /** Shown when it has ended. */
  readonly ended?: (job: JobTold) => React.ReactNode;
}

export function Job({ id, ended }: Props) {
  const job = useAnswer("/api/v1/jobs/{job_id}", { job_id: id });
  const { again } = job;
  useEffect(() => {
    const events = new EventSource(`${API}/jobs/${id}/events`);
    for (const kind of ["file", "progress"]) events.addEventListener(kind, again);
    events.addEventListener("end", () => {
      events.close();
      changed();
    });
    return () => events.close();
  }, [id, again]);
  return (
    <Answer of={job}>
      {(told) => (
        <section className="card" aria-label="Progress">
          <p role="status">
            {told.state}: {told.done} of {told.total}
            {told.failed > 0 && `, ${told.failed} failed`}
            {told.seconds_left !== null && `, about ${Math.ceil(told.seconds_left)} s left`}
          </p>
          <progress max={Math.max(told.total, 1)} value={told.done} aria-label="Done" />
          {told.error && <p className="problem">{told.error}</p>}
          <ul className="plain">
            {told.files.map((file) => (
              <li key={file.number}>
                {file.document ? (
                  <Link to={address(["documents", file.document])}>
                    <bdi>{file.name}</bdi>
                  </Link>
                ) : (
                  <bdi>{file.name}</bdi>
                )}
                : {file.state}
                {file.error && <strong> {file.error}</strong>}
                {file.document && ` · ${file.passages} passages, ${file.claims} claims, ${file.refused} refused`}
                {file.remarks.map((remark) => (
                  <span key={remark} className="from">
                    {" "}
                    {remark}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {told.state === "running" || told.state === "waiting" ? (
            <button type="button" onClick={() => void send(`/jobs/${id}`, { method: "DELETE", headers: { "Content-Type": "application/json" } })}>
              Cancel
            </button>
          ) : (
            ended?.(told)
          )}
        </section>
      )}
    </Answer>
  );
}
