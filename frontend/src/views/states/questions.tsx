/** Findings that may concern a measure: each a question with its evidence and what denies it, never a breach. */
import type { AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Empty } from "../../parts/waiting";
import { address } from "../../route";
import { useSeen } from "./seen";
import { Claimed } from "./told";

export type Question = AnswerTo<"/api/v1/states/questions">["results"][number];
type Uncounted = Pick<AnswerTo<"/api/v1/states/questions">, "note" | "possible" | "not_bound" | "in_review">;

export function Questions({ of: questions, beside }: { readonly of: readonly Question[]; readonly beside: Uncounted }) {
  return (
    <>
      <p className="lead">{`${beside.note.slice(0, 1).toUpperCase()}${beside.note.slice(1)}.`}</p>
      {questions.length === 0 && <Empty>No finding held raises a question.</Empty>}
      {questions.map((one) => (
        <Asked key={one.id} question={one} />
      ))}
      <ul className="from">
        {beside.possible > 0 && <li>{beside.possible} more, if a possible entry is the party’s: in Review.</li>}
        {beside.not_bound > 0 && <li>{beside.not_bound} more touch a measure that the party’s regime does not have.</li>}
        {beside.in_review > 0 && <li>{beside.in_review} more wait in review.</li>}
      </ul>
    </>
  );
}

function Asked({ question }: { readonly question: Question }) {
  const { to } = useSeen();
  const [first] = question.findings;
  return (
    <article className="card" aria-label={question.question}>
      <h2>
        <bdi>{question.question}</bdi>
      </h2>
      <p>
        {first !== undefined && (
          <Link to={address(["findings", first])}>
            <Status of={question.status} />
          </Link>
        )}{" "}
        {question.why}; {question.standing}
        {question.hedged && "; hedged"}
        {question.denials.length > 0 && <strong>; ✕ denied, see below</strong>}
        {question.time !== null && `; ${question.time}`}
        {" · "}
        {question.states.length === 0
          ? "no state is named"
          : question.states.map((state) => (
              <span key={state}>
                <Link to={to([state])}>{state}</Link>{" "}
              </span>
            ))}
        {" · "}
        <Link to={to(["entry", question.reference])}>{question.reference}</Link>
      </p>
      {question.claims.map((claim) => (
        <Claimed key={claim.claim} claim={claim} />
      ))}
      {question.denials.map((claim) => (
        <div key={claim.claim} className="beside">
          <strong>✕ Denied</strong>
          <Claimed claim={claim} />
        </div>
      ))}
      {question.replies.map((claim) => (
        <div key={claim.claim} className="beside">
          <strong>Answered</strong>
          <Claimed claim={claim} />
        </div>
      ))}
    </article>
  );
}
