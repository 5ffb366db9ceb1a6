/** Why a cell says what it says: what binds, what shows it, and the sum of the lag, step by step. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { useDecide } from "../../deciding/use-decide";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { CellStatus } from "./cell";
import { Limits } from "./limits";
import { Proved } from "./proof";
import { useSeen } from "./seen";
import { Records } from "./told";
import { hours, MEANS, plain, standingOf } from "./words";

type Told = AnswerTo<"/api/v1/states/{state}/why/{reference}">;
type WhyCell = Told["cells"][number];

interface Props {
  readonly state: string;
  readonly reference: string;
  readonly measure: string | null;
}

export function Why({ state, reference, measure }: Props) {
  const { times, to } = useSeen();
  const why = useAnswer("/api/v1/states/{state}/why/{reference}", { state, reference }, { ...times, measure });
  return (
    <Answer of={why} isWhole>
      {(told) => (
        <>
          <Head title={`${told.name} (${told.reference}) in ${told.state_name}`} lead={`Seen on ${told.as_of}`}>
            <Link className="button" to={to([told.state])}>
              {told.state_name}
            </Link>
            <Link className="button" to={to(["entry", told.reference])}>
              Across states
            </Link>
            <Link className="button" to={address(["lists", "entry", `un:${told.reference}`])}>
              The entry
            </Link>
          </Head>
          {told.cells.map((cell) => (
            <One key={cell.measure} cell={cell} />
          ))}
          {told.records.length > 0 && (
            <>
              <h2>What documents tell of it there, and what was replied</h2>
              <Records of={told.records} />
            </>
          )}
          <Limits note={told.note} limits={told.limits} />
        </>
      )}
    </Answer>
  );
}

function One({ cell }: { readonly cell: WhyCell }) {
  const binds = cell.evidence.at(-1);
  const shows = cell.evidence.slice(0, -1);
  return (
    <section className="card" aria-label={plain(cell.measure)}>
      <h2>
        {plain(cell.measure)} <CellStatus of={cell} />
      </h2>
      <p className="lead">That is: {MEANS[standingOf(cell)]}</p>
      <h3>What binds</h3>
      <p>
        Listed by the United Nations {cell.due}
        {cell.ended && `; no longer on its list since ${cell.ended}`}
      </p>
      {binds && <Proved by={binds} />}
      {shows.length > 0 && (
        <>
          <h3>{headingOf(cell)}</h3>
          <Act cell={cell} />
          {shows.map((proof, place) => (
            <Proved key={place} by={proof} />
          ))}
        </>
      )}
      <h3>How the lag was computed{cell.lag_hours && `: ${hours(cell.lag_hours)}`}</h3>
      <ol>
        {cell.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {cell.questions.length > 0 && (
        <>
          <h3>To look at</h3>
          <ul>
            {cell.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function headingOf(cell: WhyCell): string {
  if (cell.to_be_confirmed) return "What would show it, if a person confirms the link";
  return cell.status === "missing" ? "What says that it is not" : "What shows it";
}

/** The act, and what ties the state's entry to the UN's. */
function Act({ cell }: { readonly cell: WhyCell }) {
  const act = cell.transposition;
  if (act === null) return null;
  return (
    <>
      <p>
        {cell.instrument ?? ""}
        {cell.in_force && `, in force ${cell.in_force}`}
        {cell.carried_out && ` · ${cell.undated ? "by" : "on"} ${cell.carried_out}`}
        {cell.via && ` · an act of ${cell.via}, which holds for it`}
        {act.entry && (
          <>
            {" · "}
            <Link to={address(["lists", "entry", act.entry])}>entry {act.entry}</Link>
          </>
        )}
      </p>
      {act.reasons.length > 0 && (
        <ul>
          {act.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {cell.to_be_confirmed && act.entry && <Confirm entry={act.entry} reference={cell.reference} name={cell.name} />}
    </>
  );
}

interface ConfirmProps {
  readonly entry: string;
  readonly reference: string;
  readonly name: string;
}

/** Lets a person say that the two entries are one, or not: signed, with a reason, and reversible. */
function Confirm({ entry, reference, name }: ConfirmProps) {
  const [decide, dialog] = useDecide();
  const says = `${entry} and ${name} (${reference})`;
  const on = (verdict: "same" | "different") => () => decide({ decision: { about: `entry:${entry}`, verdict, other: reference, seen: null }, says });
  return (
    <p className="tools">
      <button type="button" onClick={on("same")}>
        They are the same
      </button>
      <button type="button" onClick={on("different")}>
        They are different
      </button>
      {dialog}
    </p>
  );
}
