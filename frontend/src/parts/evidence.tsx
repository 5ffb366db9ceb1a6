/** Claims as evidence: exact words, each once, with all who carry them, where, and what people said of them. */
import type { EvidenceTold } from "../api/shapes";
import { address } from "../route";
import { Link } from "./link";
import { quoted } from "./quoted";
import { FACTUALITY } from "./said";

/** Show evidence in its order; the same words, carried by several documents, stand once. */
export function Evidence({ of: all }: { readonly of: readonly EvidenceTold[] }) {
  const byWords = new Map<string, EvidenceTold[]>();
  for (const one of all) {
    const key = `${one.factuality} ${one.words.replace(/["“”'’\s]+/g, " ").trim()}`;
    byWords.set(key, [...(byWords.get(key) ?? []), one]);
  }
  return [...byWords.values()].map((same) => <Same key={same[0]?.claim} same={same} />);
}

function Same({ same }: { readonly same: readonly EvidenceTold[] }) {
  const [first] = same;
  if (first === undefined) return null;
  const isNegative = first.factuality.endsWith("-");
  return (
    <figure className="evidence">
      <blockquote className={isNegative ? "words negative" : "words"} dir="auto">
        {quoted(first.words)}
      </blockquote>
      <figcaption>
        {carriers(same).map((one) => (
          <Carrier key={one.claim} of={one} />
        ))}
      </figcaption>
    </figure>
  );
}

/** Of claims on the same words, those of which one line would say the same are one. */
function carriers(same: readonly EvidenceTold[]): readonly EvidenceTold[] {
  const lines = same.map((one) => JSON.stringify({ ...one, claim: null, words: null }));
  return same.filter((_, place) => lines.indexOf(lines[place] ?? "") === place);
}

function Carrier({ of: one }: { readonly of: EvidenceTold }) {
  const isNegative = one.factuality.endsWith("-");
  return (
    <p className="from">
      {isNegative && <strong>✕ says that it is not so · </strong>}
      <bdi>{one.chain.join(" → ")}</bdi> · <abbr title={FACTUALITY[one.factuality]}>{one.factuality}</abbr> ·{" "}
      <Link to={address(["claims", one.claim])}>
        <bdi>{one.document}</bdi>
        {one.published && `, ${one.published}`}, {one.locator}
      </Link>
      {one.notice && <abbr title={one.notice}> †</abbr>}
      {one.grades.length > 0 && (
        <>
          {" "}
          · <abbr title={one.grades.map((grade) => `${grade.axis} ${grade.grade}: ${grade.meaning}, by ${grade.by}`).join("; ")}>
            graded {one.grades.map((grade) => grade.grade).join("")}
          </abbr>
        </>
      )}
      {one.signed.map((line) => (
        <span key={line}> · {line}</span>
      ))}
      {one.otherwise && (
        <span className="otherwise">
          {" "}
          · ≠ {one.otherwise.reason}: <q dir="auto">{one.otherwise.words}</q>
        </span>
      )}
    </p>
  );
}
