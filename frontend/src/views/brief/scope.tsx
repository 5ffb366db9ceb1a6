/** What a brief is about, and for whom; the address keeps all of it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import type { Shapes } from "../../api/shapes";
import { About } from "../../parts/about";
import { Filter } from "../../parts/filter";
import { Switch } from "../../parts/switch";
import { ask } from "../../route";
import { PickFindings } from "./pick";

export type Scope = Shapes["Scope"];

const WHAT = ["entity", "question", "region", "period", "findings"] as const;

/** Read the scope from the address. */
export function scopeOf(query: URLSearchParams): Scope {
  const most = Number(query.get("most"));
  return {
    ...Object.fromEntries(WHAT.filter((name) => query.get(name)).map((name) => [name, query.get(name)])),
    most: most >= 1 && most <= 1000 ? most : 40,
    ...forWhom(query),
  };
}

/** Read for whom it is: an outline says itself what it is about. */
export function forWhom(query: URLSearchParams): Pick<Scope, "states" | "public" | "final"> {
  const is = (name: string) => query.get(name) === "true";
  return { states: is("states"), public: is("public"), final: is("final") };
}

export function ScopeFields({ query }: { readonly query: URLSearchParams }) {
  const questions = useAnswer("/api/v1/hypotheses");
  const [isPicking, setPicking] = useState(false);
  const picked = (query.get("findings") ?? "").split(",").filter(Boolean);
  return (
    <>
      <div className="filters" role="group" aria-label="What the brief is about">
        <About name="entity" label="About a party" />
        <label>
          On a question
          <select value={query.get("question") ?? ""} onChange={(event) => ask({ question: event.target.value }, "push")}>
            <option value="">any</option>
            {questions.data?.results.map((one) => (
              <option key={one.id} value={one.id}>
                {one.question}
              </option>
            ))}
          </select>
        </label>
        <Filter name="region" label="In a region (AF, AF-GHA, Ghazni)" type="search" />
        <Filter name="period" label="In a period (2023, 2021/2023)" type="search" />
        <button type="button" aria-pressed={picked.length > 0} onClick={() => setPicking(true)}>
          {picked.length === 0 ? "Pick findings" : `${picked.length} findings picked`}
        </button>
        <Filter name="most" label="At most" options={["10", "25", "100", "200"]} any="40 findings" />
      </div>
      <ForWhom />
      {isPicking && (
        <PickFindings
          picked={picked}
          choose={(ids) => ask({ findings: ids.join(",") }, "push")}
          title="Pick findings"
          close={() => setPicking(false)}
        />
      )}
    </>
  );
}

export function ForWhom() {
  return (
    <div className="filters" role="group" aria-label="For whom it is">
      <Switch name="public" label="For the public" title="Nothing in it rests on a document that is not public" />
      <Switch name="final" label="Final" title="Refused while a line names a person and nobody signed for it" />
      <Switch name="states" label="With states" title="Also how Member States carry the measures out" />
      <Switch name="annexes" label="Show the annexes" title="Places, times, ties, sources, open questions, method" />
    </div>
  );
}
