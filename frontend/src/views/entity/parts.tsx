/** The shorter parts of a profile: ties with their status, places, and what the party says itself. */
import type { EntityWhole } from "../../api/shapes";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Empty } from "../../parts/waiting";
import { address } from "../../route";
import { withoutStatus } from "../findings/findings";

interface Props {
  readonly whole: EntityWhole;
}

export function Ties({ whole }: Props) {
  if (whole.ties.length === 0) return <Empty>No tie is read surely enough to be shown. What was read unsurely waits in Review.</Empty>;
  return (
    <>
      <Table
        caption="Who is said to be tied to whom; each opens its sentences, and who denies them"
        rows={whole.ties}
        keyOf={(tie) => tie.id}
        to={(tie) => address(["findings", tie.id])}
        columns={[
          { name: "Status", cell: (tie) => <Status of={tie.status} /> },
          { name: "From", cell: (tie) => <Named party={tie.subject} /> },
          {
            name: "Said",
            cell: (tie) => (
              <Link to={address(["findings", tie.id])} title={withoutStatus(tie.says)}>
                {tie.predicate.replaceAll("_", " ")}
              </Link>
            ),
          },
          { name: "To", cell: (tie) => <Named party={tie.object} /> },
          { name: "In words", cell: (tie) => <span dir="auto">{tie.says}</span> },
          { name: "When", cell: (tie) => ((tie.start ?? tie.end) ? `${tie.start ?? "…"} – ${tie.end ?? "…"}` : "not said") },
        ]}
      />
      <More count={whole.more["ties"]} to={address(["network"], { about: whole.entity.id })} />
    </>
  );
}

export function Places({ whole }: Props) {
  if (whole.places.length === 0) return <Empty>No claim about it names a place.</Empty>;
  return (
    <>
      <Table
        caption="Provinces and countries that claims about it name; no finer"
        rows={whole.places}
        keyOf={(place) => `${place.code}${place.name}`}
        columns={[
          { name: "Place", cell: (place) => <bdi>{place.name}</bdi> },
          { name: "Code", cell: (place) => place.code ?? "–" },
          {
            name: "Findings",
            cell: (place) => (
              <Link to={address(["findings"], { entity: whole.entity.id, place: place.code ?? place.name })}>{place.findings.length}</Link>
            ),
          },
          { name: "Claims", isNumber: true, cell: (place) => place.claims },
        ]}
      />
      <p>
        <Link className="button" to={address(["map"], { about: whole.entity.id })}>
          On the map
        </Link>
      </p>
    </>
  );
}

export function Says({ whole }: Props) {
  if (whole.says.length === 0) return <Empty>No word of its own is held. Whether it was asked, the Fairness file tells.</Empty>;
  return (
    <>
      <ul className="plain">
        {whole.says.map((claim) => (
          <li key={claim.id} dir="auto">
            {whole.denials.includes(claim.id) && <strong>✕ denies: </strong>}
            <Link to={address(["documents", claim.document.id], { claim: claim.id })}>{claim.says}</Link>
          </li>
        ))}
      </ul>
      <More count={whole.more["says"]} to={address(["timeline"], { about: whole.entity.id })} />
    </>
  );
}

function More({ count, to }: { readonly count: number | undefined; readonly to: string }) {
  return count ? (
    <p>
      <Link to={to}>and {count} more</Link>
    </p>
  ) : null;
}
