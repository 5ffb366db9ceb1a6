/** The table twin of the alerts: one row a candidate, to be looked over and taken along. */
import { useState } from "react";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { address } from "../../route";
import type { CandidateTold } from "./candidate";

export function Compared({ of: all }: { readonly of: readonly CandidateTold[] }) {
  const [isCopied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(all.map((one) => one.line).join("\n"));
    setCopied(true);
  }
  return (
    <details>
      <summary>As a table</summary>
      <Table
        caption={`${all.length} candidates, best first`}
        rows={all}
        keyOf={(one) => one.entry}
        to={(one) => address(["lists", "entry", one.entry])}
        columns={[
          { name: "Probability", isNumber: true, cell: (one) => one.probability.toFixed(2) },
          {
            name: "Entry",
            cell: (one) => (
              <Link to={address(["lists", "entry", one.entry])}>
                <bdi>{one.name}</bdi> ({one.reference})
              </Link>
            ),
          },
          { name: "Listed as", cell: (one) => <bdi>{one.matched_name}</bdi> },
          { name: "Ground", cell: (one) => one.ground.replaceAll("_", " ") },
          { name: "Says", cell: (one) => <span dir="auto">{one.says}</span> },
        ]}
      />
      <p>
        <button type="button" onClick={() => void copy()}>
          {isCopied ? "Copied" : "Copy the lines for the file"}
        </button>
      </p>
    </details>
  );
}
