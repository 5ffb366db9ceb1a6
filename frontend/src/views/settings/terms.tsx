/** On which terms names are screened, list by list, and where that is set. */
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { address } from "../../route";

export function Terms({ of: told }: { readonly of: Shapes["SettingsTold"] }) {
  const { threshold, lists, without } = told.screening;
  const stated = [`${threshold}`, ...lists.filter((list) => list.own).map((list) => `${list.authority}=${list.threshold}`)].join(" ");
  return (
    <>
      <p className="lead">
        An alert is a candidate whose probability is at or above the threshold of its list. These hold for <Link to={address(["screening"])}>screening</Link>
        , for files of names and for the watch list, here and in the terminal.
      </p>
      <Table
        caption={`Least probability of an alert; ${threshold} for every list that has none of its own`}
        rows={lists}
        keyOf={(one) => one.authority}
        columns={[
          { name: "List", cell: (one) => <Link to={address(["lists", one.authority])}>{one.authority}</Link> },
          { name: "In force", cell: (one) => one.release ?? "not held" },
          { name: "Threshold", isNumber: true, cell: (one) => one.threshold.toFixed(2) },
          { name: "Set for", cell: (one) => (one.own ? "this list" : "all lists") },
        ]}
      />
      <p>{without.length === 0 ? "Every field that is given is compared." : `Not compared: ${without.join(", ")}.`}</p>
      <p>
        They are set in {told.place ? <code>{told.place.config}</code> : "the project's sayso.toml"}, and hold from the next start on:
      </p>
      <pre className="card">
        <code>{`thresholds = "${stated}"\nwithout = "${without.join(" ")}"`}</code>
      </pre>
    </>
  );
}
