/** What can be wrong with a sentence, in words; and why, with links to what it names. */
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { address } from "../../route";

export type Fault = Shapes["FaultTold"];

const RULES: Readonly<Record<string, string>> = {
  uncited: "Rests on nothing",
  gone: "Rests on what is gone",
  likelihood_with_confidence: "Likelihood and confidence in one sentence",
  status: "Not the status of the finding",
  unattributed: "Says so itself",
  other_speaker: "Said by another",
  hedge_lost: "A hedge or bound is lost",
  denial_missing: "The denial is missing",
  unsigned_person: "A person, and nobody signed",
  restricted: "Not for the public",
  stale_reference: "Not the list reference of now",
  not_the_words: "Not the words",
};

export function ruleOf(rule: string): string {
  return RULES[rule] ?? rule.replaceAll("_", " ");
}

const PARTS = /(\bc-[0-9a-f]{6,}-\d+\b|\bf-[0-9a-f]{6,}\b|`[^`]+`)/;

/** Words in which each id of a claim or finding leads to it, and each command stands as one. */
export function WithIds({ words }: { readonly words: string }) {
  return words.split(PARTS).map((part, place) => {
    if (place % 2 === 0) return part;
    if (part.startsWith("`")) return <code key={place}>{part.slice(1, -1)}</code>;
    return (
      <Link key={place} to={address([part.startsWith("c-") ? "claims" : "findings", part])}>
        {part}
      </Link>
    );
  });
}

/** The faults of one sentence, beside it. */
export function Faults({ of: faults }: { readonly of: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="faults">
      {faults.map((fault, place) => (
        <li key={place}>
          <strong>⚠ {ruleOf(fault.rule)}:</strong> <WithIds words={fault.why} />
        </li>
      ))}
    </ul>
  );
}
