/** The status of a finding: a sign, a word and a tone, so that colour never tells alone. */

interface Look {
  readonly sign: string;
  readonly word: string;
  readonly tone: "said" | "denied" | "both" | "unclear";
}

const LOOKS: Readonly<Record<string, Look>> = {
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

export function lookOf(status: string): Look {
  return LOOKS[status] ?? { sign: "·", word: status.replaceAll("_", " "), tone: "unclear" };
}

export function Status({ of }: { readonly of: string }) {
  const look = lookOf(of);
  return (
    <span className="status" data-tone={look.tone}>
      <span aria-hidden="true">{look.sign}</span>
      {look.word}
    </span>
  );
}
