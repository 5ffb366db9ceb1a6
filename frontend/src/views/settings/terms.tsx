/** On which terms names are screened, list by list; an admin sets the thresholds here. */
import { useState, type FormEvent } from "react";
import { Problem, put } from "../../api/client";
import { changed } from "../../api/resource";
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { ProblemBox } from "../../parts/waiting";
import { address } from "../../route";

type SettingsTold = Shapes["SettingsTold"];

/** What wins over the project's file, so that nothing can be set here. */
const STRONGER: Readonly<Record<string, string>> = { flag: "a flag of the command", environment: "the environment (SAYSO_THRESHOLDS)" };

export function Terms({ of: told }: { readonly of: SettingsTold }) {
  const { without } = told.screening;
  const stronger = STRONGER[told.settings.find((one) => one.name === "thresholds")?.origin ?? ""];
  const isOpen = told.role === "admin" && stronger === undefined;
  return (
    <>
      <p className="lead">
        An alert is a candidate whose probability is at or above the threshold of its list. These hold for <Link to={address(["screening"])}>screening</Link>
        , for files of names and for the watch list, here and in the terminal.
      </p>
      <Thresholds key={statedOf(told.screening)} of={told.screening} isOpen={isOpen} />
      {stronger && <p>They are stated by {stronger}, which wins over the project's file: change them there.</p>}
      {told.role !== "admin" && <p>An admin sets them.</p>}
      <p>{without.length === 0 ? "Every field that is given is compared." : `Not compared: ${without.join(", ")}.`}</p>
      <p className="from">
        They stand in {told.place ? <code>{told.place.config}</code> : "the project's sayso.toml"} as <code>thresholds</code>; what is not compared is set
        there too, as <code>without</code>, and holds from the next start on.
      </p>
    </>
  );
}

/** Give the thresholds as the setting states them: "0.5 ofac=0.6". */
function statedOf({ threshold, lists }: SettingsTold["screening"]): string {
  return [`${threshold}`, ...lists.filter((list) => list.own).map((list) => `${list.authority}=${list.threshold}`)].join(" ");
}

interface Props {
  readonly of: SettingsTold["screening"];
  readonly isOpen: boolean;
}

function Thresholds({ of: terms, isOpen }: Props) {
  const [all, setAll] = useState(`${terms.threshold}`);
  const [own, setOwn] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(terms.lists.filter((list) => list.own).map((list) => [list.authority, `${list.threshold}`])),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const lists = Object.entries(own).filter(([, value]) => value !== "");
    try {
      await put("/settings/thresholds", { thresholds: [all, ...lists.map(([list, value]) => `${list}=${value}`)].join(" ") });
      setProblem(null);
      changed();
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not set", String(bad)));
    }
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      {isOpen && (
        <p>
          <label>
            All lists <Probability value={all} set={setAll} isRequired />
          </label>
        </p>
      )}
      <Table
        caption={`Least probability of an alert; ${terms.threshold} for every list that has none of its own`}
        rows={terms.lists}
        keyOf={(one) => one.authority}
        columns={[
          { name: "List", cell: (one) => <Link to={address(["lists", one.authority])}>{one.authority}</Link> },
          { name: "In force", cell: (one) => one.release ?? "not held" },
          { name: "Threshold", isNumber: true, cell: (one) => one.threshold.toFixed(2) },
          { name: "Set for", cell: (one) => (one.own ? "this list" : "all lists") },
          ...(isOpen
            ? [
                {
                  name: "Of its own",
                  cell: ({ authority }: { readonly authority: string }) => (
                    <Probability label={`Threshold of ${authority} alone`} value={own[authority] ?? ""} set={(value) => setOwn({ ...own, [authority]: value })} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {problem && <ProblemBox problem={problem} />}
      {isOpen && (
        <p>
          <button type="submit" className="main">
            Set the thresholds
          </button>
        </p>
      )}
    </form>
  );
}

interface ProbabilityProps {
  readonly label?: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly isRequired?: boolean;
}

function Probability({ label, value, set, isRequired }: ProbabilityProps) {
  return (
    <input
      type="number"
      min={0}
      max={1}
      step="any"
      aria-label={label}
      value={value}
      required={isRequired}
      onChange={(event) => set(event.target.value)}
    />
  );
}
