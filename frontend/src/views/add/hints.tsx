/** What is known about the files from elsewhere; the address keeps it, so that a folder's hints can be used again. */
import { Filter } from "../../parts/filter";
import type { Query } from "../../route";

const NAMES = ["publisher", "published", "kind", "handling", "collection", "lawful_basis"] as const;
const KINDS = ["report", "press", "statement", "submission"];

export function hintsOf(query: URLSearchParams): Query {
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name)]));
}

export function Hints() {
  return (
    <fieldset className="hints">
      <legend>What is known of these files, where they do not say it themselves</legend>
      <div className="filters">
        <Filter name="publisher" label="Publisher" />
        <Filter name="published" label="Published" type="date" />
        <Filter name="kind" label="Kind" options={KINDS} any="as it looks" />
        <Filter name="handling" label="Handling" options={["internal", "restricted"]} any="public" />
        <Filter name="collection" label="Collection" />
        <Filter name="lawful_basis" label="Lawful basis of the collection" />
      </div>
    </fieldset>
  );
}
