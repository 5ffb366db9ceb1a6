/** What is fair to a party: who was asked to answer what, what came back, and the file of its list entry. */
import { useAnswer } from "../../api/answer";
import type { EntityWhole } from "../../api/shapes";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { withoutStatus } from "../findings/findings";
import { Fairness } from "../lists/fairness";

export function Hearings({ whole: { entity, list_history: history } }: { readonly whole: EntityWhole }) {
  const replies = useAnswer("/api/v1/replies", {}, { entity: entity.id, limit: 100 });
  return (
    <>
      <h2>Right of reply</h2>
      <Answer of={replies}>
        {(page) =>
          page.total === 0 ? (
            <p>Nothing that is alleged of it asks for its word.</p>
          ) : (
            <Table
              caption={`${page.total} allegations, and whether its word on them is held; “not sought” says that no text held tells of asking`}
              rows={page.results}
              keyOf={(one) => `${one.finding} ${one.on} ${one.document} ${one.words}`}
              to={(one) => address(["findings", one.finding])}
              columns={[
                {
                  name: "What is alleged",
                  cell: (one) => (
                    <Link to={address(["findings", one.finding])}>
                      <span dir="auto">{withoutStatus(one.alleged)}</span>
                    </Link>
                  ),
                },
                { name: "Status", cell: (one) => <Status of={one.status} /> },
                { name: "Its word", cell: (one) => <span dir="auto">{one.says}</span> },
              ]}
            />
          )
        }
      </Answer>
      {history ? (
        <Fairness id={history.entry} />
      ) : (
        <p className="from">It is not listed: there is no entry of which a file could be made.</p>
      )}
    </>
  );
}
