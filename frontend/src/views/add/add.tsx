/** Adds documents: dropped or chosen, one after another, each with what became of it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { send } from "../../api/client";
import { Drop, type Given } from "../../parts/drop";
import { Head } from "../../parts/head";
import { isEnded, Job, type JobTold } from "../../parts/job";
import { Link } from "../../parts/link";
import { ProblemBox } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";
import { Former } from "./former";
import { Hints, hintsOf } from "./hints";
import { sendAll, type Sending } from "./sending";

export default function Add({ query }: ViewProps) {
  const session = useAnswer("/api/v1/session");
  const [sending, setSending] = useState<Sending | null>(null);
  const [unfit, setUnfit] = useState<readonly Given[]>([]);
  const most = session.data?.upload_bytes ?? Infinity;
  const job = query.get("job");
  const isSending = sending !== null && sending.name !== null;

  function begin(files: readonly Given[], to: string | null): void {
    const isFit = ({ file }: Given) => file.size > 0 && file.size <= most;
    const fit = files.filter(isFit);
    setUnfit(files.filter((given) => !isFit(given)));
    if (fit.length === 0) return;
    void sendAll({
      files: fit,
      hints: hintsOf(query),
      job: to,
      begun: (id) => ask({ job: id }, "push"),
      told: setSending,
    });
  }

  if (session.data !== null && session.data.role !== "admin") {
    return (
      <>
        <Head title="Add" />
        <p className="empty">Your token is a {session.data.role}'s: it takes an admin's to add documents.</p>
      </>
    );
  }
  return (
    <>
      <Head title="Add" lead="Documents are read on this machine; nothing of them leaves it. A file that is held already adds nothing." />
      <Hints />
      <Drop
        take={(files) => begin(files, null)}
        says={`Drop PDF, DOCX, HTML, e-mail or text files here, or a folder of them; ${Math.round(most / 1_000_000)} MB each at most`}
        isMany
      />
      {unfit.length > 0 && <Unfit of={unfit} most={most} />}
      {isSending && (
        <p role="status">
          Sending {sending.sent + 1} of {sending.total}: <bdi>{sending.name}</bdi>
        </p>
      )}
      {sending?.problem && <Stopped sending={sending} goOn={() => begin(sending.rest, job)} letBe={() => void letBe(job, setSending)} />}
      {job && (
        <Job id={job} of="files">
          {(told) => isEnded(told) && <Next of={told} />}
        </Job>
      )}
      <Former at={job} />
    </>
  );
}

/** Files that are not sent, each with the reason; they stop no other. */
function Unfit({ of: files, most }: { readonly of: readonly Given[]; readonly most: number }) {
  return (
    <div className="problem" role="alert">
      <h2>
        {files.length} {files.length === 1 ? "file was" : "files were"} not sent
      </h2>
      <ul>
        {files.map(({ file, name }) => (
          <li key={name}>
            <bdi>{name}</bdi>:{" "}
            {file.size === 0
              ? "it is empty"
              : `it has ${Math.ceil(file.size / 1_000_000)} MB, and one file may have ${Math.floor(most / 1_000_000)} MB: split it, or raise the setting max_bytes`}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function letBe(job: string | null, told: (sending: null) => void): Promise<void> {
  if (job !== null) await send(`/jobs/${job}`, { method: "DELETE", headers: { "Content-Type": "application/json" } });
  told(null);
}

interface StoppedProps {
  readonly sending: Sending;
  readonly goOn: () => void;
  readonly letBe: () => void;
}

function Stopped({ sending, goOn, letBe: stop }: StoppedProps) {
  const { problem, rest } = sending;
  if (problem === null) return null;
  return (
    <>
      <ProblemBox problem={problem} />
      <p role="status">
        {sending.sent} of {sending.total} were taken in; {rest.length} were not, from <bdi>{rest[0]?.name}</bdi> on.
      </p>
      <div className="tools">
        <button type="button" className="main" onClick={goOn}>
          Send the other {rest.length}
        </button>
        <button type="button" onClick={stop}>
          Leave them
        </button>
      </div>
    </>
  );
}

/** What one does with what came in. */
function Next({ of: job }: { readonly of: JobTold }) {
  const added = job.files.filter((file) => file.state === "added");
  const failed = job.files.filter((file) => file.state === "failed");
  const claims = added.reduce((sum, file) => sum + file.claims, 0);
  return (
    <section aria-label="What next" className="card">
      <h2>What next</h2>
      <p>
        {added.length} {added.length === 1 ? "document" : "documents"} came in with {claims.toLocaleString("en")} claims.
        {failed.length > 0 && ` ${failed.length} failed: each says above why, and can be dropped again once that is mended.`}
      </p>
      <ul>
        {added[0]?.document && (
          <li>
            <Link to={address(["documents", added[0].document])}>Read the first</Link>, or <Link to={address(["documents"])}>all documents</Link>
          </li>
        )}
        <li>
          <Link to={address(["review"])}>Review</Link> what was read unsurely
        </li>
        <li>
          See what is <Link to={address(["findings"], { status: "contested" })}>contested</Link>, and what a{" "}
          <Link to={address(["brief"])}>brief</Link> says now
        </li>
      </ul>
    </section>
  );
}
