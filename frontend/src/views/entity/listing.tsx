/** How a party stands to the lists, for which reasons, and how its entry fared. */
import type { EntityWhole } from "../../api/shapes";
import { Link } from "../../parts/link";
import { address } from "../../route";

export function Listing({ whole: { entity, list_history: history } }: { readonly whole: EntityWhole }) {
  const { listing } = entity;
  return (
    <>
      <p>
        {listing === null ? (
          <strong>(not listed)</strong>
        ) : (
          <>
            <strong>{listing.status.replaceAll("_", " ")}</strong>
            {listing.reference && (
              <>
                : <Link to={address(["lists", "entry", `${listing.list}:${listing.reference}`])}>{listing.reference}</Link>
              </>
            )}
            {listing.regime && ` · ${listing.regime}`}
          </>
        )}
      </p>
      {listing && (
        <>
          <h3>Why</h3>
          <ul>
            {listing.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {history && (
        <>
          <h3>
            {history.entry} in the releases held{history.in_force ? "" : ": no longer listed"}
          </h3>
          <ul>
            {history.stretches.map((stretch) => (
              <li key={stretch.first}>
                {stretch.first} – {stretch.last}: {stretch.name ?? "absent"}
                {stretch.listed_on && `, listed on ${stretch.listed_on}`} ({stretch.releases}{" "}
                {stretch.releases === 1 ? "release" : "releases"})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
