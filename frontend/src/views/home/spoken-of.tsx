/** Who is spoken of most: by claims, or by independent sources. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { Named } from "../../parts/named";
import { Answer } from "../../parts/waiting";

export function SpokenOf() {
  const [sort, setSort] = useState<"roots" | "claims">("roots");
  const entities = useAnswer("/api/v1/entities", {}, { sort, limit: 12 });
  return (
    <section className="card" aria-labelledby="spoken-of">
      <div className="head">
        <h2 id="spoken-of">Spoken of</h2>
        <div className="tools" role="group" aria-label="Order">
          <button type="button" aria-pressed={sort === "roots"} onClick={() => setSort("roots")}>
            by independent sources
          </button>
          <button type="button" aria-pressed={sort === "claims"} onClick={() => setSort("claims")}>
            by claims
          </button>
        </div>
      </div>
      <Answer of={entities}>
        {({ results }) => (
          <ol className="plain">
            {results.map((one) => (
              <li key={one.id}>
                <Named party={one} standing={one.standing} />{" "}
                <span className="from">
                  {one.roots} {one.roots === 1 ? "source" : "sources"} · {one.claims} claims
                </span>
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </section>
  );
}
