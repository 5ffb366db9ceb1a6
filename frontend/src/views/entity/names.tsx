/** The names of a party, and the readings of single documents that were gathered under it, each with the reason. */
import { useState } from "react";
import type { EntityWhole } from "../../api/shapes";
import { useDecide } from "../../deciding/use-decide";
import { Table } from "../../parts/table";

export function Names({ whole }: { readonly whole: EntityWhole }) {
  const { entity, gathered, more } = whole;
  const [decide, decided] = useDecide();
  const rows = Object.entries(gathered).map(([reading, reason]) => ({ reading, reason }));
  const [isShown, setShown] = useState(rows.length <= 20);
  return (
    <>
      <ul>
        {entity.names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <h2>Gathered from {entity.members === 1 ? "one reading" : `${entity.members} readings`}</h2>
      <p className="lead">Each document names its own parties; these were taken for one. One that is somebody else is set apart, with a reason.</p>
      {isShown ? (
        <Table
          caption={`${rows.length} readings of single documents${more["gathered"] ? `, and ${more["gathered"]} more` : ""}`}
          rows={rows}
          keyOf={(row) => row.reading}
          columns={[
            { name: "Reading", cell: (row) => <code>{row.reading}</code> },
            { name: "Why it is gathered here", cell: (row) => <span dir="auto">{row.reason}</span> },
            {
              name: "Decide",
              cell: (row) =>
                rows.length > 1 && (
                  <button
                    type="button"
                    onClick={() =>
                      decide({
                        decision: { about: row.reading, verdict: "different", other: entity.id, seen: null },
                        says: `${row.reading} is another party than ${entity.name}`,
                      })
                    }
                  >
                    Another party
                  </button>
                ),
            },
          ]}
        />
      ) : (
        <button type="button" onClick={() => setShown(true)}>
          Show all {rows.length}
        </button>
      )}
      {decided}
    </>
  );
}
