/** Evidence against hypotheses: each cell opens the rating of its row. */
import { useState } from "react";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Empty } from "../../parts/waiting";
import { address } from "../../route";
import { RATINGS, Rate, type MatrixTold, type Row } from "./rate";

export function Cells({ told }: { readonly told: MatrixTold }) {
  const [at, setAt] = useState(0);
  const [rated, setRated] = useState<string | null>(null);
  const row = told.evidence.find((one) => one.key === rated);
  const isOpen = (one: Row | undefined) => one !== undefined && !told.withdrawn && one.gone === null;
  const step = (by: number) => setAt(Math.min(Math.max(at + by, 0), told.evidence.length - 1));
  useKeys({
    j: { does: "next evidence", act: () => step(1) },
    k: { does: "evidence before", act: () => step(-1) },
    r: { does: "rate the evidence", act: () => isOpen(told.evidence[at]) && setRated(told.evidence[at]?.key ?? null) },
  });
  if (told.evidence.length === 0) {
    return (
      <Empty>
        <p>No evidence is put forward yet. Open a claim or a finding and choose “As evidence”, or add words of your own above.</p>
      </Empty>
    );
  }
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label="Evidence and hypotheses">
        <table className="matrix">
          <caption>
            <kbd>j</kbd> <kbd>k</kbd> walk, <kbd>r</kbd> rates. CC, C consistent · N neutral · I, II inconsistent · NA not applicable
          </caption>
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
            {told.evidence.map((one, place) => (
              <tr key={one.key} className={place === at ? "at" : undefined}>
                <td data-name="Evidence">
                  <Evidence row={one} />
                </td>
                {told.order.map(({ hypothesis }) => (
                  <td key={hypothesis} data-name={hypothesis}>
                    <Cell row={one} hypothesis={hypothesis} isOpen={isOpen(one)} rate={() => (setAt(place), setRated(one.key))} />
                  </td>
                ))}
                <td data-name="Tells apart">{one.diagnosticity ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {row && <Rate matrix={told} row={row} close={() => setRated(null)} />}
    </>
  );
}

function Evidence({ row }: { readonly row: Row }) {
  const view = row.kind === "claim" ? "claims" : row.kind === "finding" ? "findings" : null;
  const remarks = [row.gone && `no longer counts: ${row.gone}`, row.repeats && `the same word as ${row.repeats}: not counted again`, ...row.beside];
  return (
    <div>
      <span dir="auto">
        <strong>{row.key}</strong> {row.status && <Status of={row.status} />}{" "}
        {view && row.id ? <Link to={address([view, row.id])}>{row.says}</Link> : row.says}
      </span>
      <p className="from">{[...remarks, `by ${row.by}`].filter(Boolean).join(" · ")}</p>
    </div>
  );
}

interface CellProps {
  readonly row: Row;
  readonly hypothesis: string;
  readonly isOpen: boolean;
  readonly rate: () => void;
}

function Cell({ row, hypothesis, isOpen, rate }: CellProps) {
  const rating = row.ratings[hypothesis];
  const [short, long] = rating === undefined ? ["rate", "not rated"] : RATINGS[rating];
  if (!isOpen) return <abbr title={long}>{rating === undefined ? "–" : short}</abbr>;
  return (
    <button type="button" className="rating" data-rating={rating} title={long} aria-label={`${row.key} for ${hypothesis}: ${long}; rate it`} onClick={rate}>
      {short}
    </button>
  );
}
