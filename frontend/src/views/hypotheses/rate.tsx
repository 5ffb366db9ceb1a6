/** Rates one piece of evidence against every hypothesis; a later rating replaces an earlier one, which stays in the history. */
import { useState } from "react";
import { post } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import type { Rating } from "../../api/words";
import { Signed } from "../../deciding/signed";
import { quoted } from "../../parts/quoted";

export type MatrixTold = Shapes["MatrixTold"];
export type Row = MatrixTold["evidence"][number];

/** Each rating: its letters (Heuer's), and what it answers. */
export const RATINGS: Readonly<Record<Rating, readonly [string, string]>> = {
  very_consistent: ["CC", "very consistent"],
  consistent: ["C", "consistent"],
  neutral: ["N", "neutral"],
  inconsistent: ["I", "inconsistent"],
  very_inconsistent: ["II", "very inconsistent"],
  not_applicable: ["NA", "not applicable"],
};

interface Props {
  readonly matrix: MatrixTold;
  readonly row: Row;
  readonly close: () => void;
}

export function Rate({ matrix, row, close }: Props) {
  const [ratings, setRatings] = useState<Readonly<Record<string, Rating>>>({});
  const changed = Object.entries(ratings).filter(([key, rating]) => row.ratings[key] !== rating);
  const seen = Object.fromEntries(changed.map(([key]) => [key, row.ratings[key] ?? null]));
  return (
    <Signed
      title={`Rate ${row.key}`}
      send={(signed) =>
        post(`/hypotheses/${matrix.id}/ratings`, { evidence: row.key, ratings: Object.fromEntries(changed), seen, ...signed })
      }
      close={close}
      isReady={changed.length > 0}
    >
      <p dir="auto">{row.says}</p>
      {row.words && (
        <blockquote className="words" dir="auto">
          {quoted(row.words)}
        </blockquote>
      )}
      <p className="from">Ask of each: if it were so, how likely would it be to see this?</p>
      {matrix.hypotheses.map(({ key, text }) => (
        <label key={key}>
          <span>
            <strong>{key}</strong> <bdi>{text}</bdi>
          </span>
          <select value={ratings[key] ?? row.ratings[key] ?? ""} onChange={(event) => setRatings({ ...ratings, [key]: event.target.value as Rating })}>
            {row.ratings[key] === undefined && <option value="">not rated</option>}
            {Object.entries(RATINGS).map(([value, [short, long]]) => (
              <option key={value} value={value}>
                {short}: {long}
              </option>
            ))}
          </select>
        </label>
      ))}
    </Signed>
  );
}
