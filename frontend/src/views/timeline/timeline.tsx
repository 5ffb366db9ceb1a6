/** The timeline: lanes by speaker or by party; open and vague times are drawn as what they are. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { About } from "../../parts/about";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import type { ViewProps } from "..";
import { Lanes } from "./lanes";
import "./timeline.css";

export type TimelineTold = AnswerTo<"/api/v1/timeline">;
export type Span = TimelineTold["lanes"][number]["spans"][number];

export default function Timeline({ query }: ViewProps) {
  const asked = { about: query.get("about"), lanes: query.get("lanes"), unsure: query.get("unsure") };
  const timeline = useAnswer("/api/v1/timeline", {}, asked);
  return (
    <>
      <Head title="Timeline" lead="When things are said to hold, in the words of those who say it. The time is the event's, not the telling's." />
      <div className="filters">
        <About />
        <Filter name="lanes" label="Lanes" options={["speaker", "entity"]} any="by speaker" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} any="left out" />
      </div>
      <Answer of={timeline}>{(told) => <Shown told={told} at={query.get("claim")} />}</Answer>
    </>
  );
}

function Shown({ told, at }: { readonly told: TimelineTold; readonly at: string | null }) {
  if (told.lanes.length === 0) {
    return (
      <Empty>
        No claim gives a time{told.undated > 0 && `; ${told.undated} give none`}
        {told.waiting > 0 && `; ${told.waiting} wait in review`}.
      </Empty>
    );
  }
  const rows = told.lanes.flatMap((lane) => lane.spans.map((span) => ({ lane: lane.name, ...span })));
  const chosen = rows.find((row) => row.claim === at);
  return (
    <>
      <Lanes told={told} at={at} />
      {chosen && (
        <aside className="card" aria-live="polite">
          <p dir="auto">
            {chosen.status && <Status of={chosen.status} />} <strong>{chosen.edtf}</strong>{" "}
            <Link to={address(["claims", chosen.claim])}>{chosen.says}</Link>
          </p>
          <blockquote className="words" dir="auto">
            “{chosen.words}”
          </blockquote>
        </aside>
      )}
      <p className="from">
        {told.undated} claims give no time.
        {told.remainder && ` Not drawn: ${told.remainder}.`}
      </p>
      <Table
        caption="The same as a table"
        rows={rows}
        keyOf={(row) => `${row.lane} ${row.claim}`}
        to={(row) => address(["claims", row.claim])}
        columns={[
          { name: "Time", cell: (row) => row.edtf },
          { name: told.lanes_by === "speaker" ? "Who says it" : "Party", cell: (row) => <bdi>{row.lane}</bdi> },
          {
            name: "What is said",
            cell: (row) => (
              <Link to={address(["claims", row.claim])}>
                <span dir="auto">{row.says}</span>
              </Link>
            ),
          },
          { name: "Status", cell: (row) => row.status && <Status of={row.status} /> },
        ]}
      />
    </>
  );
}
