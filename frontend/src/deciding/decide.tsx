/** A decision: what it is on, the verdict, the reason, the signature. Nothing is decided without all of them. */
import { useRef, useState, type ReactNode } from "react";
import type { Shapes } from "../api/shapes";
import { post, Problem } from "../api/client";
import { Signed, type Signature } from "./signed";

export type Judgement = Shapes["JudgementTold"];
type Judged = Shapes["Judged"];

export interface Decision {
  /** The id of what is decided on. */
  readonly about: string;
  readonly verdict: "accept" | "reject" | "edit" | "same" | "different" | "unsure" | "clear" | "grade" | "assess";
  readonly other?: string | null;
  readonly changes?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  /** The judgement that stood on it when the page looked; somebody's newer one is then not passed over. */
  readonly seen: string | null;
}

/** A verdict as something that was done: "accepted by …". */
export const DONE: Readonly<Record<string, string>> = {
  accept: "accepted",
  reject: "rejected as misread",
  edit: "set right",
  same: "held the same",
  different: "held different",
  unsure: "left unsure",
  clear: "cleared",
  grade: "graded",
  assess: "assessed",
  undo: "taken back",
};

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

interface Props {
  readonly decision: Decision;
  /** What is decided on, in words. */
  readonly says: string;
  readonly close: () => void;
  readonly done?: (made: Judgement) => void;
  /** Fields that the verdict needs besides; whoever shows them keeps them in the decision. */
  readonly fields?: () => ReactNode;
  readonly isReady?: boolean;
}

export function Decide({ decision, says, close, done, fields, isReady = true }: Props) {
  const [newer, setNewer] = useState<Judgement | null>(null);
  const made = useRef<Judgement | null>(null);
  async function send(signed: Signature): Promise<void> {
    try {
      const seen = newer === null ? decision.seen : newer.verdict === "undo" ? null : newer.id;
      made.current = (await judge({ ...decision, seen }, signed)).judgement;
    } catch (bad) {
      const other = newerIn(bad);
      if (other === null) throw bad;
      setNewer(other);
      throw new Problem(409, "Somebody decided meanwhile", `${inWords(other)}. Send it again to decide all the same: both are kept, and yours stands.`);
    }
  }
  return (
    <Signed
      title={VERDICTS[decision.verdict]}
      send={send}
      close={close}
      done={() => made.current && done?.(made.current)}
      isReady={isReady}
    >
      <p dir="auto">{says}</p>
      {fields?.()}
    </Signed>
  );
}

export function judge(decision: Decision, signed: Signature): Promise<Judged> {
  return post<Judged>("/judgements", { ...decision, ...signed });
}

/** Give the judgement of somebody else that a decision was too late for; null where something else went wrong. */
export function newerIn(bad: unknown): Judgement | null {
  const isLate = bad instanceof Problem && bad.status === 409;
  return isLate ? ((bad.told["judgement"] as Judgement | undefined) ?? null) : null;
}

/** "accepted by Ada Okoye on 2026-03-01: read in its words". */
export function inWords({ verdict, by, at, reason }: Judgement): string {
  return `${DONE[verdict] ?? verdict} by ${by} on ${at.slice(0, 10)}: ${reason}`;
}
