/** The timeline: lanes by speaker or by party; open and vague times are drawn as what they are. */
import { useMemo } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { useLast } from "../../api/resource";
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
export type Lane = TimelineTold["lanes"][number];
export type Span = Lane["spans"][number];

/** Of a lane, and of them all: more is a carpet; the CSV has everything. */
const [MOST_SPANS, MOST_LANES] = [60, 20];

export default function Timeline({ query }: ViewProps) {
  const finding = query.get("finding");
  const asked = { about: query.get("about"), finding, lanes: query.get("lanes"), unsure: query.get("unsure") };
  const timeline = useLast(useAnswer("/api/v1/timeline", {}, { ...asked, most_lanes: MOST_LANES, most_spans: MOST_SPANS }));
  return (
    <>
      <Head
        title="Timeline"
        lead="When things are said to hold, in the words of those who say it. The time is the event's, not the telling's."
        path="/timeline"
        query={asked}
        cite="Timeline of what is said to have been when, each time as it was said"
      />
      {finding && <OfFinding id={finding} />}
      <div className="filters">
        <About />
        <Filter name="lanes" label="Lanes" options={["speaker", "entity"]} any="by speaker" />
        <Filter name="from" label="From" type="date" />
        <Filter name="to" label="To" type="date" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} any="left out" />
      </div>
      <Answer of={timeline}>
        {(told) => <Shown told={told} at={query.get("claim")} from={query.get("from") ?? ""} to={query.get("to") ?? ""} />}
      </Answer>
    </>
  );
}

/** Which finding alone is shown, and how to see the others' times too. */
function OfFinding({ id }: { readonly id: string }) {
  const told = useAnswer("/api/v1/findings/{finding_id}", { finding_id: id }).data?.finding;
  const party = told?.subject ?? told?.object;
  return (
    <p>
      Only the claims of one finding: <Link to={address(["findings", id])}>{told?.says ?? id}</Link>{" "}
      <Link className="button" to={address(["timeline"], { about: party?.id })}>
        {party ? (
          <>
            All times of <bdi>{party.name}</bdi>
          </>
        ) : (
          "All times"
        )}
      </Link>
    </p>
  );
}

interface ShownProps {
  readonly told: TimelineTold;
  readonly at: string | null;
  readonly from: string;
  readonly to: string;
}

function Shown({ told, at, from, to }: ShownProps) {
  const lanes = useMemo(() => within(told.lanes, from, to), [told, from, to]);
  const rows = useMemo(() => lanes.flatMap((lane) => lane.spans.map((span) => ({ lane: lane.name, ...span }))), [lanes]);
  const outside = told.lanes.reduce((sum, lane) => sum + lane.spans.length, 0) - rows.length;
  if (rows.length === 0) {
    return (
      <Empty>
        No claim gives a time{outside > 0 && ` between these days; ${outside} give another`}
        {told.undated > 0 && `; ${told.undated} give none`}
        {told.waiting > 0 && `; ${told.waiting} wait in review`}. A claim has a time where its own sentence gives one; when it was
        told stands with its document. <Link to={address(["timeline"])}>All times that are given</Link>
      </Empty>
    );
  }
  const chosen = rows.find((row) => row.claim === at);
  return (
    <>
      <Lanes lanes={lanes} at={at} />
      {chosen && <Chosen of={chosen} />}
      <Legend />
      <p className="from">
        {told.undated} claims give no time.
        {outside > 0 && ` ${outside} are of other days.`}
        {told.remainder && ` Not drawn: ${told.remainder}.`}
      </p>
      <Table
        caption={`The same as a table: ${rows.length} claims`}
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

/** Give the lanes with the spans that touch these days; lanes without any are left out. */
function within(lanes: readonly Lane[], from: string, to: string): readonly Lane[] {
  if (from === "" && to === "") return lanes;
  const touches = ({ earliest, latest }: Span) => (from === "" || latest === null || latest >= from) && (to === "" || earliest === null || earliest <= to);
  return lanes.map((lane) => ({ ...lane, spans: lane.spans.filter(touches) })).filter((lane) => lane.spans.length > 0);
}

/** The claim that is chosen, in its words; it stays in sight while the lanes are long. */
function Chosen({ of: { status, edtf, claim, says, words, speaker, finding } }: { readonly of: Span }) {
  return (
    <aside className="card chosen" aria-live="polite" aria-label="The claim that is chosen">
      <p dir="auto">
        {status && <Status of={status} />} <strong>{edtf}</strong> <Link to={address(["claims", claim])}>{says}</Link>
      </p>
      <blockquote className="words" dir="auto">
        “{words}”
      </blockquote>
      <p className="from">
        <bdi>{speaker}</bdi>
        {finding !== null && (
          <>
            {" "}
            · <Link to={address(["findings", finding])}>who else says so, and who denies it</Link>
          </>
        )}
      </p>
    </aside>
  );
}

const FORMS = [
  ["", "to the day"],
  ["vague", "no finer than a month or a year, or about"],
  ["open-end", "its end is not said"],
  ["open-start", "its beginning is not said"],
] as const;
const TONES = [
  ["said", "●", "asserted"],
  ["denied", "✕", "denied, or said not to be so"],
  ["both", "⇄", "contested"],
  ["unclear", "≈", "hedged or unclear"],
] as const;

function Legend() {
  return (
    <ul className="forms" aria-label="What the bars mean">
      {TONES.map(([tone, sign, words]) => (
        <li key={tone}>
          <span className="span" data-tone={tone} aria-hidden="true">
            {sign}
          </span>
          {words}
        </li>
      ))}
      {FORMS.map(([form, words]) => (
        <li key={words}>
          <span className={`span wide ${form}`} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
