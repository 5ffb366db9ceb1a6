/** The status of a finding: a sign, a word and a tone, so that colour never tells alone. */

export interface Look {
  readonly sign: string;
  readonly word: string;
  readonly tone: "said" | "denied" | "both" | "unclear";
}

export type Looks = Readonly<Record<string, Look>>;

const LOOKS: Looks = {
  asserted: { sign: "●", word: "asserted", tone: "said" },
  corroborated: { sign: "●●", word: "corroborated", tone: "said" },
  denied: { sign: "✕", word: "denied", tone: "denied" },
  contested: { sign: "⇄", word: "contested", tone: "both" },
  disputed_by_third_party: { sign: "∦", word: "disputed by a third party", tone: "both" },
  unclear: { sign: "?", word: "unclear", tone: "unclear" },
  hedged: { sign: "≈", word: "hedged", tone: "unclear" },
  secondary_only: { sign: "②", word: "second-hand only", tone: "unclear" },
  primary_differs: { sign: "≠", word: "primary differs", tone: "both" },
  retracted: { sign: "↶", word: "retracted", tone: "denied" },
  superseded: { sign: "↷", word: "superseded", tone: "unclear" },
};

/** Give the look of a status; of one that the page does not know, its own word. */
export function lookOf(status: string, looks: Looks = LOOKS): Look {
  return looks[status] ?? { sign: "·", word: status.replaceAll("_", " "), tone: "unclear" };
}

interface Props {
  readonly of: string;
  readonly looks?: Looks;
  /** Said behind the word. */
  readonly more?: string;
}

export function Status({ of, looks, more = "" }: Props) {
  const look = lookOf(of, looks);
  return (
    <span className="status" data-tone={look.tone}>
      <span aria-hidden="true">{look.sign}</span>
      {look.word}
      {more}
    </span>
  );
}
