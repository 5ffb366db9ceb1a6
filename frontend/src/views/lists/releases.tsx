/** One authority's releases, and what changed between two of them. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";

type Release = AnswerTo<"/api/v1/lists/{authority}/releases">["results"][number];

interface Props {
  readonly authority: string;
  readonly query: URLSearchParams;
}

export function Releases({ authority, query }: Props) {
  const releases = useAnswer("/api/v1/lists/{authority}/releases", { authority }, { limit: 500 });
  return <Answer of={releases} isWhole>{({ results }) => <Between authority={authority} releases={results} query={query} />}</Answer>;
}

interface BetweenProps extends Props {
  readonly releases: readonly Release[];
}

function Between({ authority, releases, query }: BetweenProps) {
  const to = query.get("to") ?? releases[0]?.published;
  const from = query.get("from") ?? releases[1]?.published;
  const isTwo = from !== undefined && to !== undefined;
  const asked = { from, to, change: query.get("change"), offset: query.get("offset") };
  const changes = useAnswer("/api/v1/lists/{authority}/changes", isTwo ? { authority } : null, { ...asked, limit: 50 });
  return (
    <>
      <Head
        title={`List ${authority}`}
        lead={`${releases.length} ${releases.length === 1 ? "release" : "releases"} held; in force ${releases.find((one) => one.in_force)?.published ?? "none"}`}
        {...(isTwo && { path: `/lists/${authority}/changes`, query: asked })}
      />
      <div className="filters">
        <Day name="from" label="From" value={from} releases={releases} />
        <Day name="to" label="To" value={to} releases={releases} />
        <Filter
          name="change"
          label="Change"
          options={["added", "removed", "amended_substantive", "amended_editorial", "amended_formatting", "reappeared"]}
        />
      </div>
      {!isTwo && <Empty>One release is held; what changed can be seen when there are two.</Empty>}
      {isTwo && (
        <Answer of={changes}>
          {(page) => (
            <>
              <p className="from">
                {Object.entries(page.kinds).map(([kind, count]) => `${count} ${kind.replaceAll("_", " ")}`).join(" · ") || "nothing changed"}
              </p>
              <Table
                caption={`${page.total.toLocaleString("en")} changes, ${page.old.id} (${page.old.entries}) → ${page.new.id} (${page.new.entries})`}
                rows={page.results}
                keyOf={(one) => one.reference}
                to={(one) => address(["lists", "entry", `${authority}:${one.reference}`])}
                columns={[
                  { name: "Change", cell: (one) => one.change.replaceAll("_", " ") },
                  {
                    name: "Entry",
                    cell: (one) => (
                      <Link to={address(["lists", "entry", `${authority}:${one.reference}`])}>
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
      )}
    </>
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
          <option key={one.id} value={one.published}>
            {one.published}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FieldsProps {
  readonly fields: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

/** What a field was, struck through, and what it is, underlined: as the Committee's press releases do. */
export function Fields({ fields }: FieldsProps) {
  return fields.map(({ field, old, new: now }) => (
    <p key={field} className="from" dir="auto">
      {field.replaceAll("_", " ")}: {old && <del>{old}</del>} {now && <ins>{now}</ins>}
    </p>
  ));
}
