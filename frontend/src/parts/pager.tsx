/** Which part of a long list is shown; the address keeps it. */
import { ask } from "../route";

interface Props {
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
}

export function Pager({ total, limit, offset }: Props) {
  if (total <= limit && offset === 0) return null;
  const last = Math.min(offset + limit, total);
  return (
    <nav className="pager" aria-label="Pages">
      <button type="button" disabled={offset === 0} onClick={() => ask({ offset: Math.max(offset - limit, 0) || null })}>
        ← Before
      </button>
      <span>
        {(offset + 1).toLocaleString("en")}–{last.toLocaleString("en")} of {total.toLocaleString("en")}
      </span>
      <button type="button" disabled={last >= total} onClick={() => ask({ offset: offset + limit })}>
        Next →
      </button>
    </nav>
  );
}
