/** One obligation and one state: the words of its status, its lag, and its proofs. */
import type { AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { Status, type Looks } from "../../parts/status";
import { Table } from "../../parts/table";
import { address } from "../../route";

export type Cell = AnswerTo<"/api/v1/states/gaps">["rows"][number];

const LOOKS: Looks = {
  automatic: { sign: "⚙", word: "by law, automatically", tone: "said" },
  within_24h_proven: { sign: "✓✓", word: "within 24 hours, proven", tone: "said" },
  within_24h_possible: { sign: "✓", word: "perhaps within 24 hours", tone: "said" },
  late: { sign: "◷", word: "later than 24 hours", tone: "both" },
  missing: { sign: "∅", word: "told to be missing", tone: "denied" },
  not_yet_due: { sign: "…", word: "not yet due", tone: "unclear" },
  unknown: { sign: "?", word: "unknown", tone: "unclear" },
};

export function CellStatus({ of: status, isToConfirm }: { readonly of: string; readonly isToConfirm?: boolean }) {
  return <Status of={status} looks={LOOKS} more={isToConfirm ? ", a name to confirm" : ""} />;
}

/** Write an interval of hours, in days where it is long: "3 to 5 days". */
export function hours(lag: readonly [number, number] | null | undefined): string {
  if (lag === null || lag === undefined) return "not known";
  const [least, most] = lag;
  if (Math.abs(most) < 72) return `${Math.round(least)} to ${Math.round(most)} hours`;
  return `${Math.round(least / 24).toLocaleString("en")} to ${Math.round(most / 24).toLocaleString("en")} days`;
}

interface Props {
  readonly caption: string;
  readonly cells: readonly Cell[];
  /** Leave out the column of the state. */
  readonly isOne?: boolean;
}

export function Cells({ caption, cells, isOne }: Props) {
  const why = (cell: Cell) => address(["states", cell.state, cell.reference], { measure: cell.measure });
  const state = { name: "State", cell: (cell: Cell) => <Link to={address(["states", cell.state])}>{cell.state}</Link> };
  return (
    <Table
      caption={caption}
      rows={cells}
      keyOf={(cell) => `${cell.state} ${cell.reference} ${cell.measure}`}
      to={why}
      columns={[
        ...(isOne ? [] : [state]),
        {
          name: "Entry",
          cell: (cell) => (
            <Link to={address(["states", "entry", cell.reference])}>
              <bdi>{cell.name}</bdi> ({cell.reference})
            </Link>
          ),
        },
        { name: "Measure", cell: (cell) => cell.measure.replaceAll("_", " ") },
        {
          name: "Status",
          cell: (cell) => (
            <Link to={why(cell)}>
              <CellStatus of={cell.status} isToConfirm={cell.to_be_confirmed} />
            </Link>
          ),
        },
        { name: "Due", cell: (cell) => cell.due },
        { name: "Carried out", cell: (cell) => cell.carried_out ?? "not known" },
        { name: "Lag", cell: (cell) => hours(cell.lag_hours) },
      ]}
    />
  );
}
