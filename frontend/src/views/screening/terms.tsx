/** On which terms is screened: which list, from which probability on. */
import { useAnswer } from "../../api/answer";
import type { Query } from "../../route";
import { Filter } from "../../parts/filter";

export function Terms() {
  const lists = useAnswer("/api/v1/lists");
  const settings = useAnswer("/api/v1/settings");
  const terms = settings.data?.screening;
  const own = terms?.lists.filter((list) => list.own).map((list) => `${list.authority} ${list.threshold}`) ?? [];
  return (
    <>
      <Filter name="list" label="List" options={lists.data?.results.map((one) => one.authority) ?? []} any="all in force" />
      <Filter
        name="threshold"
        label="Least probability"
        options={["0.1", "0.3", "0.5", "0.7", "0.9"]}
        any={[`${terms?.threshold ?? 0.5}`, ...own].join("; ")}
      />
    </>
  );
}

/** Read the terms from the address; what is not said is as the settings have it. */
export function termsOf(query: URLSearchParams): { readonly lists: readonly string[]; readonly threshold: number | null } {
  const list = query.get("list");
  const threshold = Number.parseFloat(query.get("threshold") ?? "");
  return { lists: list ? [list] : [], threshold: threshold >= 0 && threshold <= 1 ? threshold : null };
}

export function termsAsQuery(query: URLSearchParams): Query {
  const { lists, threshold } = termsOf(query);
  return { lists: lists[0], threshold };
}
