/** When each said what: in the order of the days on which it was published, the allegation and the denial in one line of time. */
import type { EvidenceTold, FindingWhole } from "../../api/shapes";
import { FACTUALITY } from "../../parts/said";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { address } from "../../route";

interface Props {
  readonly why: FindingWhole["why"];
}

/** How one stands to it, by sign and word. */
const STANCES: Readonly<Record<string, string>> = { "+": "● says so", "-": "✕ says that it is not so", u: "? leaves it open" };

export function InTime({ why }: Props) {
  const rows = rowsOf(why);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="in-time">
      <h2 id="in-time">In time</h2>
      <Table
        caption="When each said it: the day of publication, not that of what is told"
        rows={rows}
        keyOf={({ said }) => said.claim}
        to={({ said }) => address(["claims", said.claim])}
        columns={[
          { name: "Said on", cell: ({ said }) => <span className="day">{said.published ?? "no date"}</span> },
          { name: "Who", cell: ({ said }) => <bdi>{said.chain.join(" → ")}</bdi> },
          { name: "What", cell: ({ said, how }) => <span title={FACTUALITY[said.factuality]}>{how}</span> },
          {
            name: "Where",
            cell: ({ said }) => (
              <Link to={address(["claims", said.claim])}>
                <bdi>{said.document}</bdi>, {said.locator}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Give each claim once, the earliest first; those without a date stand last. */
function rowsOf({ roots, replies, rejections }: FindingWhole["why"]) {
  const rows = new Map<string, { readonly said: EvidenceTold; readonly how: string }>();
  const put = (said: EvidenceTold, how: string) => rows.has(said.claim) || rows.set(said.claim, { said, how });
  for (const said of roots.flatMap((root) => root.evidence)) put(said, STANCES[said.factuality.at(-1) ?? "u"] ?? "");
  for (const said of rejections) put(said, "✕ rejects the document as a whole");
  for (const said of replies) put(said, "↩ answers it");
  return [...rows.values()].sort((a, b) => (a.said.published ?? "~").localeCompare(b.said.published ?? "~"));
}
