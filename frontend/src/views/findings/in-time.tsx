/** When each said what: in the order of the days on which it was published, the allegation and the denial in one line of time. */
import type { EvidenceTold, FindingWhole } from "../../api/shapes";
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
        keyOf={({ day, how }) => `${day} ${how}`}
        columns={[
          { name: "Said on", cell: ({ day }) => <span className="day">{day ?? "no date"}</span> },
          { name: "What", cell: ({ how }) => <span className="day">{how}</span> },
          {
            name: "Who, and where",
            cell: ({ all }) => (
              <ul className="plain">
                {all.map((said) => (
                  <li key={said.claim}>
                    <bdi>{said.chain.join(" → ")}</bdi>:{" "}
                    <Link to={address(["claims", said.claim])}>
                      <bdi>{said.document}</bdi>, {said.locator}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}

interface Row {
  readonly day: string | null;
  readonly how: string;
  readonly all: readonly EvidenceTold[];
}

/** Give each claim once, by day and by how it stands to the matter: the earliest first, what has no date last. */
function rowsOf({ roots, replies, rejections }: FindingWhole["why"]): readonly Row[] {
  const told = [
    ...roots.flatMap((root) => root.evidence).map((said) => ({ said, how: STANCES[said.factuality.at(-1) ?? "u"] ?? "" })),
    ...rejections.map((said) => ({ said, how: "✕ rejects the document" })),
    ...replies.map((said) => ({ said, how: "↩ answers it" })),
  ];
  const seen = new Set<string>();
  const rows = new Map<string, Row>();
  for (const { said, how } of told) {
    if (seen.has(said.claim)) continue;
    seen.add(said.claim);
    const key = `${said.published} ${how}`;
    rows.set(key, { day: said.published, how, all: [...(rows.get(key)?.all ?? []), said] });
  }
  return [...rows.values()].sort((a, b) => (a.day ?? "~").localeCompare(b.day ?? "~"));
}
