/** One obligation and one state: the words of its status, its lag, and where its proofs are. */
import type { AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { useSeen } from "./seen";
import { hours, LOOKS, plain, standingOf } from "./words";

export type Cell = AnswerTo<"/api/v1/states/gaps">["results"][number];

export function CellStatus({ of: cell }: { readonly of: Pick<Cell, "status" | "undated" | "to_be_confirmed" | "lag_hours"> }) {
  const isFirst = cell.lag_hours !== null && cell.lag_hours[1] < 0;
  return <Status of={standingOf(cell)} looks={LOOKS} more={isFirst ? " (before the UN)" : ""} />;
}

interface Props {
  readonly caption: string;
  readonly cells: readonly Cell[];
  /** Leave out the column of the state. */
  readonly isOne?: boolean;
  /** Leave out the column of the entry. */
  readonly isOneEntry?: boolean;
}

export function Cells({ caption, cells, isOne, isOneEntry }: Props) {
  const { to } = useSeen();
  const why = (cell: Cell) => to([cell.state, cell.reference], { measure: cell.measure });
  const state = { name: "State", cell: (cell: Cell) => <Link to={to([cell.state])}>{cell.state}</Link> };
  const entry = {
    name: "Entry",
    cell: (cell: Cell) => (
      <Link to={to(["entry", cell.reference])}>
        <bdi>{cell.name}</bdi> ({cell.reference})
      </Link>
    ),
  };
  return (
    <Table
      caption={caption}
      rows={cells}
      keyOf={(cell) => `${cell.state} ${cell.reference} ${cell.measure}`}
      to={why}
      columns={[
        ...(isOne ? [] : [state]),
        ...(isOneEntry ? [] : [entry]),
        { name: "Measure", cell: (cell) => plain(cell.measure) },
        {
          name: "Status",
          cell: (cell) => (
            <Link to={why(cell)} aria-label={`${plain(cell.status)}: why`}>
              <CellStatus of={cell} />
            </Link>
          ),
        },
        { name: "Due", cell: (cell) => <span className="day">{cell.due}</span> },
        { name: "Carried out", cell: (cell) => <span className="day">{carriedOut(cell)}</span> },
        { name: "Lag", cell: (cell) => hours(cell.lag_hours) },
        {
          name: "What shows it",
          cell: (cell) => (
            <>
              <bdi>{shownBy(cell)}</bdi>
              {cell.replies.length > 0 && (
                <>
                  {" · "}
                  <Link to={why(cell)}>↩ the state’s reply</Link>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function carriedOut(cell: Cell): string {
  if (cell.carried_out === null) return "not known";
  return cell.undated ? `by ${cell.carried_out}` : cell.carried_out;
}

/** Give the act, or else the document, that a cell rests on. */
function shownBy(cell: Cell): string {
  const [own] = cell.evidence;
  if (cell.link === "none" || own === undefined) return "";
  return `${cell.via === null ? "" : `${cell.via}: `}${cell.instrument ?? own.title}`;
}
