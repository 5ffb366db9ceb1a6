/** Puts a claim or finding forward as evidence on an open question. */
import { useState } from "react";
import { useAnswer } from "../api/answer";
import { post } from "../api/client";
import { Link } from "../parts/link";
import { address } from "../route";
import { Signed } from "./signed";

interface Props {
  /** The id of a claim or finding. */
  readonly about: string;
  readonly says: string;
  readonly close: () => void;
}

export function AsEvidence({ about, says, close }: Props) {
  const questions = useAnswer("/api/v1/hypotheses", {}, { limit: 500 });
  const open = questions.data?.results.filter((one) => !one.withdrawn) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const question = chosen ?? open.at(-1)?.id;
  return (
    <Signed
      title="Put forward as evidence"
      send={(signed) => post(`/hypotheses/${question}/evidence`, { about, ...signed })}
      close={close}
      isReady={question !== undefined}
    >
      <p dir="auto">{says}</p>
      {open.length > 0 ? (
        <label>
          On which question
          <select value={question} onChange={(event) => setChosen(event.target.value)}>
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {one.question}
              </option>
            ))}
          </select>
        </label>
      ) : (
        questions.data && (
          <p>
            No question is open: <Link to={address(["hypotheses"], { open: "true" })}>open one first</Link>.
          </p>
        )
      )}
    </Signed>
  );
}
