/** How a party stands to the lists, for which reasons, what was near, and how its entry fared. */
import type { EntityWhole } from "../../api/shapes";
import type { Decision } from "../../deciding/decide";
import { useDecide } from "../../deciding/use-decide";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Empty } from "../../parts/waiting";
import { address } from "../../route";

interface Props {
  readonly whole: EntityWhole;
}

export function Listing({ whole }: Props) {
  const { entity, compared } = whole;
  return (
    <>
      {entity.listing ? <Listed whole={whole} /> : compared ? <NotListed whole={whole} /> : <Empty>No list would name such a thing.</Empty>}
      <History whole={whole} />
    </>
  );
}

function Listed({ whole: { entity } }: Props) {
  const [decide, decided] = useDecide();
  const { listing } = entity;
  if (listing === null) return null;
  const entry = `${listing.list}:${listing.reference}`;
  const on = (verdict: Decision["verdict"]) => () =>
    decide({ decision: { about: entity.id, verdict, other: entry, seen: null }, says: `${entity.name} and list entry ${entry}` });
  return (
    <>
      <p>
        <strong>{listing.status.replaceAll("_", " ")}</strong>
        {listing.reference && (
          <>
            : <Link to={address(["lists", "entry", entry])}>{listing.reference}</Link>
          </>
        )}
        {listing.regime && ` · regime ${listing.regime}`} · probability {listing.probability.toFixed(2)}
      </p>
      {listing.status === "possible" && listing.reference && (
        <div className="tools">
          <button type="button" className="main" onClick={on("same")}>
            The same party
          </button>
          <button type="button" onClick={on("clear")}>
            Not this entry
          </button>
        </div>
      )}
      <h3>Why</h3>
      <ul>
        {listing.reasons.map((reason) => (
          <li key={reason} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
      {decided}
    </>
  );
}

/** That it is not listed, with what that rests on: names alone make nobody listed. */
function NotListed({ whole: { entity, compared } }: Props) {
  if (compared === null) return null;
  return (
    <>
      <p>
        <strong>(not listed)</strong>{" "}
        {compared.releases.length > 0 ? (
          <>
            Its names were compared with every entry of {compared.releases.join(", ")}
            {compared.nearest.length === 0 ? ": none is like them." : ". The nearest are told below; to be called alike makes nobody listed."}
          </>
        ) : (
          "No list is held to compare it with."
        )}
      </p>
      {compared.nearest.length > 0 && (
        <Table
          caption="The nearest entries, and what speaks for and against each"
          rows={compared.nearest}
          keyOf={(one) => one.entry}
          to={(one) => address(["lists", "entry", one.entry])}
          columns={[
            {
              name: "Entry",
              cell: (one) => (
                <Link to={address(["lists", "entry", one.entry])}>
                  <bdi>{one.name}</bdi> ({one.reference})
                </Link>
              ),
            },
            { name: "Probability", isNumber: true, cell: (one) => one.probability.toFixed(2) },
            {
              name: "Why",
              cell: (one) => (
                <ul className="plain">
                  {one.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                  {one.cleared && <li>a person set the two apart</li>}
                </ul>
              ),
            },
          ]}
        />
      )}
      <p>
        <Link className="button" to={address(["screening"], { q: entity.name })}>
          Screen the name
        </Link>
      </p>
    </>
  );
}

function History({ whole: { list_history: history } }: Props) {
  if (history === null) return null;
  return (
    <>
      <h3>
        <Link to={address(["lists", "entry", history.entry], { tab: "history" })}>{history.entry}</Link> in the releases held
        {history.in_force ? "" : ": no longer listed"}
      </h3>
      <ul>
        {history.stretches.map((stretch) => (
          <li key={stretch.first}>
            {stretch.first} – {stretch.last}: <bdi>{stretch.name ?? "absent"}</bdi>
            {stretch.listed_on && `, listed on ${stretch.listed_on}`} ({stretch.releases} {stretch.releases === 1 ? "release" : "releases"})
          </li>
        ))}
      </ul>
    </>
  );
}
