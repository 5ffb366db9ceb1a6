/** One claim as evidence: its exact words, whose they are, where they stand, and what people said of them. */
import type { EvidenceTold } from "../api/shapes";
import { address } from "../route";
import { Link } from "./link";
import { FACTUALITY } from "./words";

export function Evidence({ of: one }: { readonly of: EvidenceTold }) {
  const isNegative = one.factuality.endsWith("-");
  return (
    <figure className="evidence">
      <blockquote className={isNegative ? "words negative" : "words"} dir="auto">
        “{one.words}”
      </blockquote>
      <figcaption className="from">
        {isNegative && <strong>✕ says that it is not so · </strong>}
        <bdi>{one.chain.join(" → ")}</bdi> · <abbr title={FACTUALITY[one.factuality]}>{one.factuality}</abbr> ·{" "}
        <Link to={address(["claims", one.claim])}>
          <bdi>{one.document}</bdi>
          {one.published && `, ${one.published}`}, {one.locator}
        </Link>
        {one.grades.map((grade) => (
          <span key={grade.axis} title={`${grade.meaning}, by ${grade.by}`}>
            {" "}
            · {grade.axis} {grade.grade}
          </span>
        ))}
        {one.signed.map((line) => (
          <span key={line}> · {line}</span>
        ))}
        {one.otherwise && (
          <span className="otherwise">
            {" "}
            · ≠ {one.otherwise.reason}: <q dir="auto">{one.otherwise.words}</q>
          </span>
        )}
        {one.notice && <span> · {one.notice}</span>}
      </figcaption>
    </figure>
  );
}
