/** The matrix of evidence and hypotheses: how inconsistent each is, and what would change if a source fell. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";

type MatrixTold = AnswerTo<"/api/v1/hypotheses/{question_id}">;

const RATINGS: Readonly<Record<string, readonly [string, string]>> = {
  very_consistent: ["CC", "very consistent"],
  consistent: ["C", "consistent"],
  neutral: ["N", "neutral"],
  inconsistent: ["I", "inconsistent"],
  very_inconsistent: ["II", "very inconsistent"],
  not_applicable: ["NA", "not applicable"],
};

export function Matrix({ id }: { readonly id: string }) {
  const matrix = useAnswer("/api/v1/hypotheses/{question_id}", { question_id: id });
  return <Answer of={matrix} isWhole>{(told) => <Shown told={told} />}</Answer>;
}

function Shown({ told }: { readonly told: MatrixTold }) {
  return (
    <>
      <Head title={told.question} lead={`Opened by ${told.opened.by} on ${told.opened.at.slice(0, 10)}: ${told.opened.reason}`} />
      {told.notices.map((notice) => (
        <p key={notice} className="from">
          {notice}
        </p>
      ))}
      <ol>
        {told.order.map(({ hypothesis, inconsistency }) => {
          const one = told.hypotheses.find((each) => each.key === hypothesis);
          return (
            <li key={hypothesis}>
              <strong>{hypothesis}</strong> {one?.text}: inconsistency {inconsistency}
              {one && one.unrated > 0 && `, ${one.unrated} not rated`}
            </li>
          );
        })}
      </ol>
      <p className="from">{told.note}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Evidence and hypotheses">
        <table>
          <caption>Evidence and hypotheses, the least inconsistent first</caption>
          <thead>
            <tr>
              <th scope="col">Evidence</th>
              {told.order.map(({ hypothesis }) => (
                <th key={hypothesis} scope="col" title={told.hypotheses.find((one) => one.key === hypothesis)?.text}>
                  {hypothesis}
                </th>
              ))}
              <th scope="col">Tells apart</th>
            </tr>
          </thead>
          <tbody>
            {told.evidence.map((row) => (
              <tr key={row.key}>
                <td data-name="Evidence">
                  <span dir="auto">
                    {row.key} {row.id && row.kind === "claim" ? <Link to={address(["claims", row.id])}>{row.says}</Link> : row.says}
                  </span>
                  <p className="from">
                    {[row.gone, row.repeats && `repeats ${row.repeats}`, ...row.beside].filter(Boolean).join(" · ")}
                  </p>
                </td>
                {told.order.map(({ hypothesis }) => (
                  <td key={hypothesis} data-name={hypothesis}>
                    <Rated rating={row.ratings[hypothesis]} />
                  </td>
                ))}
                <td data-name="Tells apart">{row.diagnosticity ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>If a source fell</h2>
      <ul>
        {told.without_source.map((one) => (
          <li key={one.source}>
            without <bdi>{one.source}</bdi>: {one.changes ? <strong>{one.least_inconsistent.join(", ")} would stand first</strong> : "no change"}
          </li>
        ))}
      </ul>
    </>
  );
}

function Rated({ rating }: { readonly rating: string | undefined }) {
  if (rating === undefined) return <span className="from">not rated</span>;
  const [short, long] = RATINGS[rating] ?? [rating, rating];
  return <abbr title={long}>{short}</abbr>;
}
