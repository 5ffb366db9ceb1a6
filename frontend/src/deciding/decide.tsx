/** A decision: what it is on, the verdict, the reason, the signature. Nothing is decided without all of them. */
import { useState, type FormEvent, type ReactNode } from "react";
import { post, Problem } from "../api/client";
import { changed } from "../api/resource";
import { Dialog } from "../parts/dialog";
import { ProblemBox } from "../parts/waiting";
import { keepSignature, signature } from "./signature";

export interface Decision {
  /** The id of what is decided on. */
  readonly about: string;
  readonly verdict: "accept" | "reject" | "edit" | "same" | "different" | "unsure" | "clear" | "grade" | "assess";
  readonly other?: string | null;
  readonly changes?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  /** The last judgement on it that the page knew; somebody's newer one is then not passed over. */
  readonly seen?: string | null;
}

/** A verdict as something that was done: "accepted by …". */
export const DONE: Readonly<Record<string, string>> = {
  accept: "accepted",
  reject: "rejected as misread",
  edit: "set right",
  same: "held the same",
  different: "held different",
  unsure: "held unsure",
  clear: "cleared",
  grade: "graded",
  assess: "assessed",
  undo: "taken back",
};

interface Props {
  readonly decision: Decision;
  /** What is decided on, in words. */
  readonly says: string;
  readonly close: () => void;
  readonly done?: () => void;
  /** Fields that the verdict needs besides; whoever shows them keeps them in the decision. */
  readonly fields?: () => ReactNode;
}

export const VERDICTS: Readonly<Record<Decision["verdict"], string>> = {
  accept: "Accept",
  reject: "Reject as misread",
  edit: "Set right",
  same: "The same",
  different: "Different",
  unsure: "Unsure",
  clear: "Not this entry",
  grade: "Grade",
  assess: "Assess",
};

export function Decide({ decision, says, close, done, fields }: Props) {
  const [by, setBy] = useState(signature());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSent, setSent] = useState(false);

  async function decide(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSent(true);
    try {
      await post("/judgements", { ...decision, by: by.trim(), reason: reason.trim() });
      keepSignature(by.trim());
      changed();
      close();
      done?.();
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not decided", String(bad)));
      setSent(false);
    }
  }

  return (
    <Dialog title={VERDICTS[decision.verdict]} close={close}>
      <form className="fields" onSubmit={(event) => void decide(event)}>
        <p dir="auto">{says}</p>
        {fields?.()}
        <label>
          Reason, for the record that stays
          <textarea rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        </label>
        <label>
          Signed by
          <input required value={by} onChange={(event) => setBy(event.target.value)} autoComplete="name" />
        </label>
        {problem && <ProblemBox problem={problem} />}
        <div className="tools">
          <button type="submit" className="main" disabled={isSent}>
            {VERDICTS[decision.verdict]}
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
