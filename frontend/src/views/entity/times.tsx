/** When things are said to hold of a party: as the claims have it, in order of time. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";

type Span = AnswerTo<"/api/v1/timeline">["lanes"][number]["spans"][number];

export function Times({ entity }: { readonly entity: string }) {
  const timeline = useAnswer("/api/v1/timeline", {}, { about: entity });
  return (
    <Answer of={timeline}>
      {(told) => {
        const rows = told.lanes.flatMap((lane) => lane.spans.map((span) => ({ by: lane.name, ...span }))).sort(inTime);
        return (
          <>
            {rows.length === 0 ? (
              <Empty>
                No claim about it that is read surely says when{told.undated > 0 && `; ${told.undated} do not say it`}
                {told.waiting > 0 && `; ${told.waiting} wait in review`}.
              </Empty>
            ) : (
              <Table
                caption={`${rows.length} claims say when; ${told.undated} do not`}
                rows={rows}
                keyOf={(row) => `${row.by} ${row.claim}`}
                to={(row) => address(["claims", row.claim])}
                columns={[
                  { name: "When", cell: (row) => <span className="day">{row.edtf}</span> },
                  {
                    name: "What is said",
                    cell: (row) => (
                      <Link to={address(["claims", row.claim])}>
                        <span dir="auto">{row.says}</span>
                      </Link>
                    ),
                  },
                  { name: "Who says it", cell: (row) => <bdi>{row.by}</bdi> },
                  { name: "Status", cell: (row) => (row.status ? <Status of={row.status} /> : "–") },
                ]}
              />
            )}
            <p>
              <Link className="button" to={address(["timeline"], { about: entity })}>
                On the timeline
              </Link>
            </p>
          </>
        );
      }}
    </Answer>
  );
}

/** What begins in an open past stands first. */
function inTime(a: Span, b: Span): number {
  return (a.earliest ?? "").localeCompare(b.earliest ?? "") || (a.latest ?? "~").localeCompare(b.latest ?? "~");
}
