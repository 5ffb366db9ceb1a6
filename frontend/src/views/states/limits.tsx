/** When and from what a view of the states is seen, and what it cannot tell. */
import { Filter } from "../../parts/filter";

export function Limits({ note, limits }: { readonly note: string; readonly limits: readonly string[] }) {
  return (
    <aside className="from" aria-label="Limits of this view">
      <p>{note}</p>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </aside>
  );
}

/** The two clocks: what was known here by a day, and by which releases it is seen. */
export function Clocks() {
  return (
    <>
      <Filter name="as_of" label="As known on" type="date" />
      <Filter name="valid_on" label="In force on" type="date" />
    </>
  );
}
