/** One authority's releases, and what changed between two of them. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Tabs } from "../../parts/tabs";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { API } from "../../api/client";
import { address, ask, searchOf, type Query } from "../../route";
import { Fields } from "./changes";

type Release = AnswerTo<"/api/v1/lists/{authority}/releases">["results"][number];

/** Give a release's day, with the letter that a later one of one day has: "2026-02-27b". */
function editionOf({ id }: Release): string {
  return id.slice(id.indexOf("@") + 1);
}

interface Props {
  readonly authority: string;
  readonly query: URLSearchParams;
}

export function Releases({ authority, query }: Props) {
  const releases = useAnswer("/api/v1/lists/{authority}/releases", { authority }, { limit: 500 });
  return <Answer of={releases} isWhole>{({ results }) => <Between authority={authority} releases={results} query={query} />}</Answer>;
}

interface PartProps extends Props {
  readonly releases: readonly Release[];
}

function Between({ authority, releases, query }: PartProps) {
  const lists = useAnswer("/api/v1/lists", {}, { limit: 500 });
  const title = lists.data?.results.find((one) => one.authority === authority)?.title ?? `List ${authority}`;
  const inForce = releases.find((one) => one.in_force);
  return (
    <>
      <Head
        title={title}
        lead={`${releases.length} ${releases.length === 1 ? "release" : "releases"} held; in force ${inForce === undefined ? "none" : editionOf(inForce)}`}
        path={`/lists/${authority}/releases`}
      >
        <Link className="button" to={address(["lists"])}>
          All lists
        </Link>
      </Head>
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "changes", title: "What changed", show: () => <Changes authority={authority} releases={releases} query={query} /> },
          { key: "releases", title: `Releases (${releases.length})`, show: () => <Held releases={releases} /> },
        ]}
      />
    </>
  );
}

const KINDS = ["added", "removed", "amended_substantive", "amended_editorial", "amended_formatting", "reappeared"];

function Changes({ authority, releases, query }: PartProps) {
  const [newest, before] = releases.map(editionOf);
  const to = query.get("to") ?? newest;
  const from = query.get("from") ?? before;
  const isTwo = from !== undefined && to !== undefined;
  const asked = { from, to, change: query.get("change"), offset: query.get("offset") };
  const changes = useAnswer("/api/v1/lists/{authority}/changes", isTwo ? { authority } : null, { ...asked, limit: 50 });
  if (!isTwo) {
    return (
      <Empty>
        One release is held; what changed can be seen when there are two: <code>sayso lists add {authority} FILE</code>.
      </Empty>
    );
  }
  return (
    <>
      <div className="filters">
        <Day name="from" label="From" value={from} releases={releases} />
        <Day name="to" label="To" value={to} releases={releases} />
        <Filter name="change" label="Change" options={KINDS} />
        <Twins authority={authority} asked={{ ...asked, offset: null }} />
      </div>
      {from > to && <p className="warning">⚠ Backwards: the later release is compared with the earlier one.</p>}
      {from === to && <p className="warning">⚠ The same release twice: choose another.</p>}
      <Answer of={changes}>
        {(page) => (
          <>
            <p className="from" role="status">
              {Object.entries(page.kinds).map(([kind, count]) => `${count.toLocaleString("en")} ${kind.replaceAll("_", " ")}`).join(" · ") || "nothing changed"}
            </p>
            <Table
              caption={`${page.total.toLocaleString("en")} changes, ${page.old.id} (${page.old.entries} entries) → ${page.new.id} (${page.new.entries} entries)`}
              rows={page.results}
              keyOf={(one) => one.reference}
              to={(one) => address(["lists", "entry", `${authority}:${one.reference}`], { tab: "history" })}
              columns={[
                { name: "Change", cell: (one) => one.change.replaceAll("_", " ") },
                {
                  name: "Entry",
                  cell: (one) => (
                    <Link to={address(["lists", "entry", `${authority}:${one.reference}`], { tab: "history" })}>
                      <bdi>{one.name}</bdi> ({one.reference})
                    </Link>
                  ),
                },
                { name: "Fields", cell: (one) => <Fields fields={one.fields} /> },
              ]}
            />
            <Pager {...page} />
          </>
        )}
      </Answer>
    </>
  );
}

/** The changes that are shown, as files. */
function Twins({ authority, asked }: { readonly authority: string; readonly asked: Query }) {
  return ["csv", "json"].map((form) => (
    <a key={form} className="button" href={`${API}/lists/${authority}/changes.${form}?${searchOf(form === "json" ? { ...asked, limit: 500 } : asked)}`} download>
      Changes as {form.toUpperCase()}
    </a>
  ));
}

function Held({ releases }: { readonly releases: readonly Release[] }) {
  return (
    <Table
      caption={`${releases.length} releases held, the newest first`}
      rows={releases}
      keyOf={(one) => one.id}
      columns={[
        { name: "Published", cell: editionOf },
        { name: "In force", cell: (one) => (one.in_force ? "● in force" : "") },
        { name: "Made by its authority", cell: (one) => one.generated ?? "not stated" },
        { name: "File", cell: (one) => <bdi>{one.locator}</bdi> },
        { name: "SHA-256", cell: (one) => <code title={one.document}>{one.document.replace("sha256:", "").slice(0, 12)}…</code> },
        { name: "Remarks", cell: (one) => [...(one.repaired > 0 ? [`${one.repaired} characters repaired`] : []), ...one.remarks].join("; ") },
      ]}
    />
  );
}

interface DayProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly releases: readonly Release[];
}

function Day({ name, label, value, releases }: DayProps) {
  return (
    <label>
      {label}
      <select value={value ?? ""} onChange={(event) => ask({ [name]: event.target.value, offset: null })}>
        {releases.map((one) => (
          <option key={one.id} value={editionOf(one)}>
            {editionOf(one)}
            {one.in_force ? " (in force)" : ""}
          </option>
        ))}
      </select>
    </label>
  );
}
