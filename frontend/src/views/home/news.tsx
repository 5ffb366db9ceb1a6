/** What came in and what changed in the last thirty days. */
import { useAnswer } from "../../api/answer";
import { Link } from "../../parts/link";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";

const SHOWN = 8;

export function News() {
  const news = useAnswer("/api/v1/news");
  return (
    <section className="card" aria-labelledby="new">
      <h2 id="new">New</h2>
      <Answer of={news}>
        {({ documents, releases, total, since }) => (
          <>
            <p className="from">Since {since.slice(0, 10)}</p>
            {documents.length + releases.length + total === 0 && <p>Nothing came in, and nothing changed.</p>}
            <ul className="plain">
              {documents.slice(0, SHOWN).map((one) => (
                <li key={one.id}>
                  <Link to={address(["documents", one.id])}>
                    <bdi>{one.title}</bdi>
                  </Link>
                  <span className="from"> {one.publisher}</span>
                </li>
              ))}
            </ul>
            {documents.length > SHOWN && (
              <p>
                <Link to={address(["documents"])}>and {documents.length - SHOWN} more documents</Link>
              </p>
            )}
            {releases.length > 0 && <p>List releases taken in: {releases.join(", ")}</p>}
            {total > 0 && (
              <p>
                <Link to={address(["findings"])}>{total.toLocaleString("en")} changes in what is known</Link>
              </p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}
