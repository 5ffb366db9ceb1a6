/** How states carry the measures out: by state, as a matrix, what is missing, and what documents tell; each opens its evidence. */
import { Head } from "../../parts/head";
import { Tabs } from "../../parts/tabs";
import type { Query } from "../../route";
import type { ViewProps } from "..";
import { Across } from "./across";
import { Gaps, gapsAsked } from "./gaps";
import { Lines } from "./lines";
import { Matrix } from "./matrix";
import { AllQuestions, AllRecords } from "./records";
import { useSeen } from "./seen";
import { StatePage } from "./state-page";
import { Why } from "./why";
import "./states.css";

export default function States({ rest, query }: ViewProps) {
  const [state, reference] = rest;
  if (state === "entry" && reference !== undefined) return <Across reference={reference} />;
  if (state !== undefined && reference !== undefined) return <Why state={state} reference={reference} measure={query.get("measure")} />;
  return state === undefined ? <All query={query} /> : <StatePage state={state} query={query} />;
}

function All({ query }: { readonly query: URLSearchParams }) {
  const { times } = useSeen();
  const tab = query.get("tab");
  const [path, asked] = twinOf(tab, query);
  return (
    <>
      <Head
        title="States"
        lead="What shows that a state carried a UN measure out, and when. Unknown is not non-compliance: nothing held shows it."
        path={path}
        query={{ ...times, ...asked }}
      />
      <Tabs
        at={tab}
        tabs={[
          { key: "lines", title: "By state", show: () => <Lines query={query} /> },
          { key: "matrix", title: "Matrix", show: () => <Matrix query={query} /> },
          { key: "gaps", title: "Gaps", show: () => <Gaps query={query} /> },
          { key: "records", title: "Records", show: () => <AllRecords query={query} /> },
          { key: "questions", title: "Questions", show: () => <AllQuestions query={query} /> },
        ]}
      />
    </>
  );
}

/** Give the list that a tab shows, with its filters, for its files. */
function twinOf(tab: string | null, query: URLSearchParams): [string, Query] {
  const of = (...names: string[]): Query => Object.fromEntries(names.map((name) => [name, query.get(name)]));
  if (tab === "matrix") return ["/states/matrix", of("measure", "status", "regime", "since", "q")];
  if (tab === "gaps") return ["/states/gaps", gapsAsked(query, query.get("state"))];
  if (tab === "records") return ["/states/records", of("state", "kind", "all")];
  if (tab === "questions") return ["/states/questions", of("state", "unsure")];
  return ["/states", of("all")];
}
