/** Why a cell says what it says: the proofs, and the sum of the lag, step by step. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { quoted } from "../../parts/quoted";
import { Answer } from "../../parts/waiting";
import { CellStatus, hours } from "./cell";
import { Limits } from "./states";

interface Props {
  readonly state: string;
  readonly reference: string;
  readonly measure: string | null;
}

export function Why({ state, reference, measure }: Props) {
  const why = useAnswer("/api/v1/states/{state}/why/{reference}", { state, reference }, { measure });
  return (
    <Answer of={why} isWhole>
      {(told) => (
        <>
          <Head title={`${reference} in ${state}`} />
          {told.cells.map((cell) => (
            <section key={cell.measure} className="card" aria-label={cell.measure.replaceAll("_", " ")}>
              <h2>
                {cell.measure.replaceAll("_", " ")} <CellStatus of={cell.status} isToConfirm={cell.to_be_confirmed} />
              </h2>
              <p>
                Due {cell.due}; carried out {cell.carried_out ?? "not known"}; lag {hours(cell.lag_hours)}
                {cell.instrument && ` · ${cell.instrument}`}
                {cell.via && ` · by way of ${cell.via}`}
              </p>
              <ol>
                {cell.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              {cell.overstates && <p className="from">What the lag may overstate: {cell.overstates}</p>}
              {cell.questions.map((question) => (
                <p key={question}>? {question}</p>
              ))}
              {cell.evidence.map((proof, place) => (
                <figure key={place}>
                  <blockquote className="words" dir="auto">
                    {quoted(proof.text)}
                  </blockquote>
                  <figcaption className="from">
                    {proof.title}, {proof.locator}
                    {proof.address && ` · ${proof.address}`}
                  </figcaption>
                </figure>
              ))}
              {cell.replies.map((reply) => (
                <p key={reply}>The state’s reply: {reply}</p>
              ))}
            </section>
          ))}
          <Limits note={told.note} limits={told.limits} />
        </>
      )}
    </Answer>
  );
}
