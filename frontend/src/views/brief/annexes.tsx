/** What stands behind the paragraphs: names with their standing, limits, and the annexes with their tables. */
import type { Shapes } from "../../api/shapes";
import { Named } from "../../parts/named";

type BriefTold = Shapes["BriefTold"];

export function Annexes({ of: told }: { readonly of: BriefTold }) {
  return (
    <>
      {told.parties.length > 0 && (
        <section>
          <h3>Names and their standing on the lists</h3>
          <ul>
            {told.parties.map((party) => (
              <li key={party.entity}>
                <Named party={{ id: party.entity, name: party.name }} standing={party.standing} />
                {party.reasons.length > 0 && <span className="from"> {party.reasons.join("; ")}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.annexes.map((annex) => (
        <Annex key={annex.key} of={annex} />
      ))}
      <section>
        <h3>Limits</h3>
        <ul>
          {told.limits.map((limit) => (
            <li key={limit} dir="auto">
              {limit}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const MOST_ROWS = 50;

function Annex({ of: annex }: { readonly of: BriefTold["annexes"][number] }) {
  return (
    <section>
      <h3>{annex.heading}</h3>
      {annex.notes.map((note) => (
        <p key={note} className="from">
          {note}
        </p>
      ))}
      {annex.rows.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={annex.heading}>
          <table>
            <thead>
              <tr>
                {annex.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {annex.rows.slice(0, MOST_ROWS).map((row, place) => (
                <tr key={place}>
                  {row.map((cell, at) => (
                    <td key={at} data-name={annex.columns[at]} dir="auto">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {annex.rows.length > MOST_ROWS && <p className="from">{annex.rows.length - MOST_ROWS} more rows stand in the files.</p>}
      {annex.figures.map((figure) => (
        <p key={figure.key} className="from">
          Figure in the files: {figure.title}. {figure.told}
        </p>
      ))}
    </section>
  );
}
