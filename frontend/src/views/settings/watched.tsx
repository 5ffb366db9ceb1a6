/** The watch list: names of which one wants to be told what is new; each signed and with a reason. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { post } from "../../api/client";
import type { Shapes } from "../../api/shapes";
import { Signed } from "../../deciding/signed";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import { API } from "../../api/client";

type WatchedTold = Shapes["WatchedTold"];

export function Watched({ query }: { readonly query: URLSearchParams }) {
  const watched = useAnswer("/api/v1/watched", {}, { offset: query.get("offset"), limit: 50 });
  const [isAdding, setAdding] = useState(false);
  const [name, setName] = useState("");
  const [gone, setGone] = useState<WatchedTold | null>(null);
  return (
    <>
      <p className="lead">
        A watched name is screened against every new list release, and <Link to={address([])}>Home</Link> tells what is new of it.
      </p>
      <div className="filters">
        <button type="button" className="main" onClick={() => setAdding(true)}>
          Watch a name
        </button>
        {["csv", "json"].map((form) => (
          <a key={form} className="button" href={`${API}/watched.${form}`} download>
            {form.toUpperCase()}
          </a>
        ))}
      </div>
      <Answer of={watched}>
        {(page) =>
          page.total === 0 ? (
            <Empty>No name is watched yet. A name, an entity's id or a list reference can be; it need not be known here.</Empty>
          ) : (
            <>
              <Table
                caption={`${page.total} watched`}
                rows={page.results}
                keyOf={(one) => one.name}
                columns={[
                  { name: "Name", cell: (one) => <bdi>{one.name}</bdi> },
                  { name: "Known as", cell: (one) => <KnownAs of={one} /> },
                  { name: "Since", cell: (one) => one.at.slice(0, 10) },
                  { name: "By", cell: (one) => <bdi>{one.by}</bdi> },
                  { name: "Reason", cell: (one) => <span dir="auto">{one.reason}</span> },
                  {
                    name: "",
                    cell: (one) => (
                      <button type="button" onClick={() => setGone(one)} aria-label={`Watch ${one.name} no more`}>
                        No more
                      </button>
                    ),
                  },
                ]}
              />
              <Pager {...page} />
            </>
          )
        }
      </Answer>
      {isAdding && (
        <Signed
          title="Watch a name"
          send={(signed) => post("/watched", { name, verdict: "watch", ...signed })}
          close={() => setAdding(false)}
          done={() => setName("")}
        >
          <label>
            Name, entity's id or list reference
            <input value={name} onChange={(event) => setName(event.target.value)} required dir="auto" />
          </label>
        </Signed>
      )}
      {gone && (
        <Signed
          title="Watch it no more"
          send={(signed) => post("/watched", { name: gone.name, verdict: "unwatch", ...signed })}
          close={() => setGone(null)}
        >
          <p>
            “<bdi>{gone.name}</bdi>” goes from the watch list; that it was watched stays on record.
          </p>
        </Signed>
      )}
    </>
  );
}

function KnownAs({ of: one }: { readonly of: WatchedTold }) {
  if (one.known_as.length === 0) return <span className="from">nobody yet: only screened</span>;
  return one.known_as.map((party) => (
    <div key={party.id}>
      <Named party={party} />
    </div>
  ));
}
