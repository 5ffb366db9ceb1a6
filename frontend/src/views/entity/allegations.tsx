/** What is said of a party, each with its denial beside it. */
import type { EntityWhole } from "../../api/shapes";
import { Evidence } from "../../parts/evidence";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Empty } from "../../parts/waiting";
import { address } from "../../route";
import { withoutStatus } from "../findings/findings";

export function Allegations({ whole }: { readonly whole: EntityWhole }) {
  if (whole.allegations.length === 0) return <Empty>Nothing that is read surely enough is said of it.</Empty>;
  return (
    <>
      {whole.allegations.map(({ finding, said, denied, said_in_all, denied_in_all }) => (
        <section key={finding.id} className="card" aria-label={finding.says}>
          <h2>
            <Status of={finding.status} />{" "}
            <Link to={address(["findings", finding.id])}>
              <span dir="auto">{withoutStatus(finding.says)}</span>
            </Link>
          </h2>
          <p className="from" dir="auto">
            {finding.explanation}
          </p>
          <div className="columns">
            <div>
              <Evidence of={said} />
              <More shown={said.length} all={said_in_all} finding={finding.id} />
            </div>
            <div>
              {denied.length === 0 && <p className="from">No denial is held.</p>}
              <Evidence of={denied} />
              <More shown={denied.length} all={denied_in_all} finding={finding.id} />
            </div>
          </div>
        </section>
      ))}
      {(whole.more["allegations"] ?? 0) > 0 && (
        <p>
          <Link to={address(["findings"], { entity: whole.entity.id })}>and {whole.more["allegations"]} more</Link>
        </p>
      )}
    </>
  );
}

function More({ shown, all, finding }: { readonly shown: number; readonly all: number; readonly finding: string }) {
  if (all <= shown) return null;
  return (
    <p className="from">
      <Link to={address(["findings", finding])}>and {all - shown} more</Link>
    </p>
  );
}
