/** What a search finds: parties, list entries that may be meant, and passages. */
import { useAnswer } from "../../api/answer";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";

export function Found({ q }: { readonly q: string }) {
  const found = useAnswer("/api/v1/search", {}, { q });
  return (
    <Answer of={found}>
      {({ passages, entities, entries, unread }) => (
        <div className="columns">
          {passages.length + entities.length + entries.length === 0 && (
            <Empty>
              <p>
                Nothing held has “{q}”.{" "}
                <Link to={address(["screening"], { q })}>Screen it as a name</Link>
                {unread && `; ${unread}`}
              </p>
            </Empty>
          )}
          {entities.length > 0 && (
            <section className="card" aria-label="Parties and places">
              <h2>Parties and places</h2>
              <ul className="plain">
                {entities.map((one) => (
                  <li key={one.id}>
                    <Named party={one} standing={one.standing} /> · {one.claims} claims, {one.roots} independent{" "}
                    {one.roots === 1 ? "source" : "sources"}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {entries.length > 0 && (
            <section className="card" aria-label="List entries that may be meant">
              <h2>List entries that may be meant</h2>
              <ul className="plain">
                {entries.map((one) => (
                  <li key={one.entry}>
                    <Link to={address(["lists", "entry", one.entry])}>
                      <bdi>{one.name}</bdi> ({one.reference})
                    </Link>
                    <br />
                    <span className="from">{one.says}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {passages.length > 0 && (
            <section className="card" aria-label="Passages">
              <h2>Passages</h2>
              {passages.map((one) => (
                <figure key={`${one.document.id}-${one.passage}`}>
                  <blockquote className="words" dir="auto">
                    {marked(one.marked)}
                  </blockquote>
                  <figcaption className="from">
                    <Link to={address(["documents", one.document.id], { passage: one.passage })}>
                      {one.document.name}, {one.locator}
                    </Link>
                  </figcaption>
                </figure>
              ))}
            </section>
          )}
        </div>
      )}
    </Answer>
  );
}

/** Show what stands between « and » as found. */
function marked(text: string) {
  return text.split(/«([^»]*)»/).map((part, place) => (place % 2 === 1 ? <mark key={place}>{part}</mark> : part));
}
