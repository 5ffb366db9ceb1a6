/** Screens a file of names: progress, then each row with its alerts. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { Problem, send } from "../../api/client";
import { Drop } from "../../parts/drop";
import { Job, type JobTold } from "../../parts/job";
import { Pager } from "../../parts/pager";
import { Answer, Empty, ProblemBox } from "../../parts/waiting";
import { ask } from "../../route";
import { Candidate } from "./candidate";

export function Batch({ query }: { readonly query: URLSearchParams }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = query.get("job");
  async function upload(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    try {
      const asked = { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream", "X-Filename": encodeURIComponent(file.name) } };
      const told = (await (await send("/screenings/files", asked)).json()) as JobTold;
      setProblem(null);
      ask({ job: told.id, offset: null }, "push");
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not taken in", String(bad)));
    }
  }
  return (
    <>
      <Drop take={(files) => void upload(files)} says="Drop a table of names here: CSV, JSONL or Parquet, with a column `name`" />
      {problem && <ProblemBox problem={problem} />}
      {job && <Job id={job} ended={(told) => <Rows job={told.id} query={query} />} />}
    </>
  );
}

function Rows({ job, query }: { readonly job: string; readonly query: URLSearchParams }) {
  const rows = useAnswer("/api/v1/jobs/{job_id}/results", { job_id: job }, { alerts: "true", offset: query.get("offset"), limit: 20 });
  return (
    <Answer of={rows}>
      {(page) => (
        <>
          {page.total === 0 && <Empty>No row gave an alert.</Empty>}
          {page.results.map((row) => (
            <section key={row.row} aria-label={`Row ${row.row}`}>
              <h2>
                {row.row}. <bdi>{row.name}</bdi> {row.error && <strong>{row.error}</strong>}
              </h2>
              {row.results.map((one) => (
                <Candidate key={one.entry} of={one} />
              ))}
            </section>
          ))}
          <Pager {...page} />
        </>
      )}
    </Answer>
  );
}
