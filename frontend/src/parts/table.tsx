/** A table whose rows can be walked by j and k, and opened by Enter or o; of a long one only what is near is drawn. */
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { go } from "../route";
import { Rows } from "./rows";
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

/** Rows that are drawn or left out together; a table of twice as many is long. */
const TOGETHER = 50;

export function Table<Row>({ caption, columns, rows, keyOf, to }: Props<Row>) {
  const [at, setAt] = useState(-1);
  const isLong = rows.length > 2 * TOGETHER;
  const parts = useMemo(() => partsOf(rows, isLong ? TOGETHER : Infinity), [rows, isLong]);
  const walk = (step: number) => setAt(Math.min(Math.max(at + step, 0), rows.length - 1));
  useEffect(() => {
    document.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  useKeys({
    j: { does: "next row", act: () => walk(1) },
    k: { does: "row before", act: () => walk(-1) },
    ...(to && { o: { does: "open the row", act: () => openRow(rows[at], to) } }),
  });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={isLong ? "long" : undefined} aria-rowcount={isLong ? rows.length + 1 : undefined}>
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
        {parts.map(({ first, rows: own }) => (
          <Rows key={first} isPart={isLong} first={first} rows={own} columns={columns} keyOf={keyOf} at={at >= first && at < first + own.length ? at : null} />
        ))}
      </table>
    </div>
  );
}

function partsOf<Row>(rows: readonly Row[], size: number): { readonly first: number; readonly rows: readonly Row[] }[] {
  if (rows.length <= size) return [{ first: 0, rows }];
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => ({ first: part * size, rows: rows.slice(part * size, (part + 1) * size) }));
}

function openRow<Row>(row: Row | undefined, to: (row: Row) => string): void {
  if (row !== undefined) go(to(row));
}
