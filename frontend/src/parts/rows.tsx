/** Rows that stand together in a table; those of a part far from what is seen give way to an empty one of their height. */
import { useEffect, useRef, useState } from "react";
import type { Column } from "./table";

interface Props<Row> {
  /** The table has more such parts: this one may be left out while it is far. */
  readonly isPart: boolean;
  readonly first: number;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** The row that is walked to, if it is here. */
  readonly at: number | null;
}

const ROW = 44; // pixels, before a part was seen
const NEAR = "1200px"; // above and below what is seen

export function Rows<Row>({ isPart, first, rows, columns, keyOf, at }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(first === 0);
  const [height, setHeight] = useState(rows.length * ROW);
  useEffect(() => {
    if (!isPart || body.current === null) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen === undefined) return;
        if (!seen.isIntersecting) setHeight(seen.boundingClientRect.height);
        setNear(seen.isIntersecting);
      },
      { rootMargin: `${NEAR} 0px` },
    );
    watch.observe(body.current);
    return () => watch.disconnect();
  }, [isPart]);
  if (isPart && !isNear && at === null) {
    return (
      <tbody ref={body}>
        <tr aria-hidden="true">
          <td colSpan={columns.length} className="far" style={{ height }} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody ref={body}>
      {rows.map((row, place) => (
        <tr
          key={keyOf(row)}
          data-row={first + place}
          aria-rowindex={isPart ? first + place + 2 : undefined}
          className={first + place === at ? "at" : undefined}
        >
          {columns.map((column) => (
            <td key={column.name} data-name={column.name} className={column.isNumber ? "number" : undefined}>
              {column.cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
