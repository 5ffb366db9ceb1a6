/** Screening: a name as it is typed, or a file of names; an alert is a question to a person, with its reasons. */
import { useEffect, useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { post, Problem } from "../../api/client";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Tabs } from "../../parts/tabs";
import { Empty, ProblemBox } from "../../parts/waiting";
import { ask } from "../../route";
import type { Shapes } from "../../api/shapes";
import type { ViewProps } from "..";
import { Batch } from "./batch";
import { Candidate, type Asked } from "./candidate";

type Screenings = Shapes["Screenings"];

export default function Screening({ query }: ViewProps) {
  return (
    <>
      <Head title="Screening" lead="Who on the lists may be meant, and why. Nothing that you type here is kept." />
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "one", title: "One name", show: () => <One query={query} /> },
          { key: "file", title: "A file of names", show: () => <Batch query={query} /> },
        ]}
      />
    </>
  );
}

const PAUSE = 200; // milliseconds after the last key

function One({ query }: { readonly query: URLSearchParams }) {
  const lists = useAnswer("/api/v1/lists");
  const [name, birth, country, schema] = ["q", "birth", "country", "schema"].map((key) => query.get(key) ?? "");
  const threshold = Number(query.get("threshold") ?? "0.5");
  const list = query.get("list");
  const [typed, setTyped] = useState(name ?? "");
  const [answer, setAnswer] = useState<Screenings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const timer = setTimeout(() => ask({ q: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  useEffect(() => {
    if (!name?.trim()) {
      setAnswer(null);
      return;
    }
    let isOld = false;
    const asked = {
      queries: [queryOf(name, birth, country, schema)],
      threshold,
      limit: 20,
      ...(list && { lists: [list] }),
    };
    post<Screenings>("/screenings", asked).then(
      (told) => {
        if (isOld) return;
        setAnswer(told);
        setProblem(null);
      },
      (bad: unknown) => !isOld && setProblem(bad instanceof Problem ? bad : new Problem(0, "Not screened", String(bad))),
    );
    return () => {
      isOld = true;
    };
  }, [name, birth, country, schema, threshold, list, round]);

  const [row] = answer?.results ?? [];
  const apart = row?.cleared ?? [];
  return (
    <>
      <div className="filters">
        <label>
          Name, in any script
          <input type="search" size={36} value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
        </label>
        <Filter name="birth" label="Born (year or date)" />
        <Filter name="country" label="Country" />
        <Filter name="schema" label="Kind" options={["Person", "Organization", "Vessel", "Airplane"]} />
        <Filter name="list" label="List" options={lists.data?.results.map((one) => one.authority) ?? []} any="all in force" />
        <Filter name="threshold" label="Least probability" options={["0.2", "0.7", "0.9"]} any="0.5" />
      </div>
      {problem && <ProblemBox problem={problem} />}
      {row === undefined && !problem && <Empty>Type a name. Any script will do; a year of birth or a country narrows it.</Empty>}
      {row !== undefined && (
        <>
          <p className="from" role="status">
            {row.results.length === 0 ? "No entry in force is like it." : `${row.results.length} may be meant`} · against{" "}
            {answer?.releases.join(", ")}
          </p>
          {row.results.map((one) => (
            <Candidate
              key={one.entry}
              of={one}
              asked={queryOf(name ?? "", birth, country, schema)}
              cleared={() => setRound((before) => before + 1)}
            />
          ))}
          {apart.length > 0 && (
            <p className="from">Set apart before, with a reason, and left out: {apart.map((one) => one.entry).join(", ")}</p>
          )}
        </>
      )}
    </>
  );
}

function queryOf(query: string, birth?: string, country?: string, schema?: string): Asked {
  return { query, ...(birth && { dob: birth }), ...(country && { country }), ...(schema && { schema }) };
}

export type CandidateTold = AnswerTo<"/api/v1/jobs/{job_id}/results">["results"][number]["results"][number];
