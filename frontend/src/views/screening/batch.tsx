/** Screens a file of names: progress, then each row with its alerts, those that could not be screened, and the table. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { API, Problem, send } from "../../api/client";
import { Drop, type Given } from "../../parts/drop";
import { isEnded, Job, type JobTold } from "../../parts/job";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Answer, Empty, ProblemBox } from "../../parts/waiting";
import { ask, searchOf } from "../../route";
import { Candidate } from "./candidate";
import { addressOf } from "./one";
import { Terms, termsAsQuery } from "./terms";

export function Batch({ query }: { readonly query: URLSearchParams }) {
  const session = useAnswer("/api/v1/session");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const job = query.get("job");
  async function upload(files: readonly Given[]): Promise<void> {
    const [given] = files;
    if (given === undefined) return;
    const most = session.data?.upload_bytes ?? Infinity;
    if (given.file.size > most) {
      const told = `${given.name} has ${Math.ceil(given.file.size / 1_000_000)} MB, and one file may have ${Math.floor(most / 1_000_000)} MB: split it, or use \`sayso screen --batch\`.`;
      setProblem(new Problem(413, "Too large", told));
      return;
    }
    setSending(given.name);
    try {
      const headers = { "Content-Type": "application/octet-stream", "X-Filename": encodeURIComponent(given.name) };
      const answer = await send(`/screenings/files?${searchOf(termsAsQuery(query))}`, { method: "POST", body: given.file, headers });
      setProblem(null);
      ask({ job: ((await answer.json()) as JobTold).id, offset: null, show: null }, "push");
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not taken in", String(bad)));
    } finally {
      setSending(null);
    }
  }
  return (
    <>
      <div className="filters">
        <Terms />
      </div>
      <Drop take={(files) => void upload(files)} says="Drop a table of names here: CSV, JSONL or Parquet, with a column “name”" />
      {sending !== null && (
        <p role="status">
          Sending <bdi>{sending}</bdi>…
        </p>
      )}
      {problem && <ProblemBox problem={problem} />}
      {job === null ? <Teaches /> : <Running id={job} query={query} />}
    </>
  );
}

function Teaches() {
  return (
    <Empty>
      <p>
        A line of column names, then one name a row. Besides <code>name</code>, columns may be <code>id</code>, <code>dob</code>, <code>country</code>,{" "}
        <code>schema</code>, <code>ids</code>, <code>gender</code> and <code>address</code>, in English or as your program calls them.
      </p>
      <p>
        A row that cannot be read stops no other and says why. What comes back is a table with one row an alert; it can be cut short at any time. To
        be told only what is new when a list changes: <code>sayso customers</code>.
      </p>
    </Empty>
  );
}

function Running({ id, query }: { readonly id: string; readonly query: URLSearchParams }) {
  return (
    <Job id={id} of="rows">
      {(told) => {
        if (told.results !== null) return <Rows job={told} results={told.results} query={query} />;
        return <Empty>Sayso was stopped since: what names came to is not kept. Drop the file again.</Empty>;
      }}
    </Job>
  );
}

interface RowsProps {
  readonly job: JobTold;
  readonly results: string;
  readonly query: URLSearchParams;
}

const SHOWN = { alerts: "Alerts", errors: "Could not be screened", all: "All rows" } as const;

function Rows({ job, results, query }: RowsProps) {
  const show = query.get("show") === "errors" || query.get("show") === "all" ? (query.get("show") as keyof typeof SHOWN) : "alerts";
  const asked = { alerts: show === "alerts", errors: show === "errors" };
  const rows = useAnswer(
    "/api/v1/jobs/{job_id}/results",
    { job_id: job.id },
    { ...asked, offset: query.get("offset"), limit: 20, ...(isEnded(job) ? {} : { seen: job.done }) },
  );
  return (
    <section aria-label="Results">
      <div className="tools" role="group" aria-label="Which rows">
        {Object.entries(SHOWN).map(([key, title]) => (
          <button key={key} type="button" aria-pressed={show === key} onClick={() => ask({ show: key === "alerts" ? null : key, offset: null })}>
            {title}
            {key === "errors" && job.failed > 0 && ` (${job.failed.toLocaleString("en")})`}
          </button>
        ))}
        <a className="button" href={`${results}.csv`} download>
          CSV, a row an alert
        </a>
        <a className="button" href={`${API}/jobs/${job.id}/results.json?${searchOf({ ...asked, limit: 500 })}`} download>
          JSON
        </a>
      </div>
      <Answer of={rows}>
        {(page) => (
          <>
            <p className="from" role="status">
              {page.total.toLocaleString("en")} {show === "alerts" ? "rows with alerts" : show === "errors" ? "rows that could not be screened" : "rows"}
              {isEnded(job) ? "" : " so far"}
            </p>
            {page.results.map((row) => (
              <section key={row.row} aria-label={`Row ${row.row}`}>
                <h2>
                  {row.row}. <Link to={addressOf(row.asked)}><bdi>{row.name || "no name"}</bdi></Link>
                </h2>
                {row.error && <p className="problem">{row.error}</p>}
                {row.remarks?.map((remark) => (
                  <p key={remark} className="warning">
                    ⚠ {remark}
                  </p>
                ))}
                {!row.error && row.results.length === 0 && <p className="from">No entry in force is like it.</p>}
                {row.results.map((one) => (
                  <Candidate key={one.entry} of={one} asked={row.asked} isBrief />
                ))}
              </section>
            ))}
            <Pager {...page} />
          </>
        )}
      </Answer>
    </section>
  );
}
