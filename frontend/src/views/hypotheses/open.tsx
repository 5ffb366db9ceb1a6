/** Opens a question with its possible answers. */
import { useState } from "react";
import { post } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import { Signed } from "../../deciding/signed";
import { address, go } from "../../route";

type MatrixTold = Shapes["MatrixTold"];

/** Ask for a question in words, and for one answer a line. */
export function OpenQuestion({ close }: { readonly close: () => void }) {
  const [question, setQuestion] = useState("");
  const [answers, setAnswers] = useState("");
  const hypotheses = answers.split("\n").map((line) => line.trim()).filter(Boolean);
  return (
    <Signed
      title="Open a question"
      send={async (signed) => opened(await post<MatrixTold>("/hypotheses", { question: question.trim(), hypotheses, ...signed }))}
      close={close}
      isReady={question.trim() !== ""}
    >
      <label>
        The question
        <input required value={question} onChange={(event) => setQuestion(event.target.value)} dir="auto" autoFocus />
      </label>
      <label>
        Its possible answers, one a line; more can come later
        <textarea rows={4} value={answers} onChange={(event) => setAnswers(event.target.value)} dir="auto" />
      </label>
      <p className="from">Put down every answer that is not excluded, the one that you hold unlikely too: what speaks against each is what tells them apart.</p>
    </Signed>
  );
}

interface WeighProps {
  /** The id of a question of identity, and its words. */
  readonly from: string;
  readonly question: string;
  readonly close: () => void;
}

/** Open a question of identity: its answers and the claims behind it come with it, unrated. */
export function WeighIdentity({ from, question, close }: WeighProps) {
  return (
    <Signed title="Weigh it" send={async (signed) => opened(await post<MatrixTold>("/hypotheses", { from, ...signed }))} close={close}>
      <p>{question}</p>
      <p className="from">Its possible answers and the claims behind it come with it; nothing is rated, and nothing is merged.</p>
    </Signed>
  );
}

function opened(matrix: MatrixTold): void {
  setTimeout(() => go(address(["hypotheses", matrix.id])));
}
