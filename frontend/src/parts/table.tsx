/** A table whose rows can be walked by j and k, and opened by Enter. */
import { useState, type ReactNode } from "react";
import { go } from "../route";
import { useKeys } from "./keys";

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads. */
  readonly to?: (row: Row) => string;
}

export function Table<Row>({ caption, columns, rows, keyOf, to }: Props<Row>) {
  const [at, setAt] = useState(-1);
  function walk(step: number): void {
    const next = Math.min(Math.max(at + step, 0), rows.length - 1);
    setAt(next);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: "nearest" });
  }
  useKeys({
    j: { does: "next row", act: () => walk(1) },
    k: { does: "row before", act: () => walk(-1) },
    ...(to && { o: { does: "open the row", act: () => openRow(rows[at], to) } }),
  });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? "number" : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={keyOf(row)} data-row={place} className={place === at ? "at" : undefined}>
              {columns.map((column) => (
                <td key={column.name} data-name={column.name} className={column.isNumber ? "number" : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function openRow<Row>(row: Row | undefined, to: (row: Row) => string): void {
  if (row !== undefined) go(to(row));
}
