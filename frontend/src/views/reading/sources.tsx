/** Documents that are cited and not held: what to obtain, those that most rests on first. */
import { useAnswer } from "../../api/answer";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";

export function Sources({ offset }: { readonly offset: string | null }) {
  const sources = useAnswer("/api/v1/sources", {}, { offset, limit: 50 });
  return (
    <Answer of={sources}>
      {(page) =>
        page.total === 0 ? (
          <Empty>Every document that is cited is held.</Empty>
        ) : (
          <>
            <Table
              caption={`${page.total.toLocaleString("en")} documents are cited and not held; what rests on them is second-hand`}
              rows={page.results}
              keyOf={(one) => one.key}
              columns={[
                { name: "Cited", cell: (one) => <bdi>{one.name}</bdi> },
                { name: "By", cell: (one) => <bdi>{one.author ?? "not said"}</bdi> },
                {
                  name: "Where it is cited",
                  cell: (one) => (
                    <ul className="plain">
                      {one.citations.slice(0, 3).map((citation) => (
                        <li key={`${citation.document.id} ${citation.locator} ${citation.sentence}`}>
                          <span dir="auto">“{citation.sentence}”</span>{" "}
                          <span className="from">
                            <Link to={address(["documents", citation.document.id])}>
                              <bdi>{citation.document.title}</bdi>
                            </Link>
                            , {citation.locator}
                          </span>
                        </li>
                      ))}
                      {one.citations.length > 3 && <li className="from">and {one.citations.length - 3} more</li>}
                    </ul>
                  ),
                },
                { name: "Claims on it", isNumber: true, cell: (one) => one.claims.length },
              ]}
            />
            <Pager {...page} />
          </>
        )
      }
    </Answer>
  );
}
