/** A decision: what it is on, the verdict, the reason, the signature. Nothing is decided without all of them. */
import type { ReactNode } from "react";
import { post } from "../api/client";
import { Signed } from "./signed";

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
  return (
    <Signed
      title={VERDICTS[decision.verdict]}
      send={(signed) => post("/judgements", { ...decision, ...signed })}
      close={close}
      {...(done && { done })}
    >
      <p dir="auto">{says}</p>
      {fields?.()}
    </Signed>
  );
}
