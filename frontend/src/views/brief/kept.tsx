/** The outlines that are kept in the project's folder. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { post, Problem } from "../../api/client";
import { Drop, type Given } from "../../parts/drop";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty, ProblemBox } from "../../parts/waiting";
import { address } from "../../route";
import { Begin } from "./begin";
import type { OutlineTold } from "./outline";

export function Kept({ query }: { readonly query: URLSearchParams }) {
  const outlines = useAnswer("/api/v1/outlines", {}, { offset: query.get("offset"), limit: 50 });
  const [read, setRead] = useState<OutlineTold | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function open(files: readonly Given[]): Promise<void> {
    const file = files[0]?.file;
    if (file === undefined) return;
    try {
      setRead(await post<OutlineTold>("/outlines/read", { text: await file.text() }));
      setProblem(null);
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not read", String(bad)));
    }
  }
  return (
    <>
      <Head title="Outlines" lead="Briefs in your own order and words. Each is a file in the project's folder." path="/outlines">
        <Link className="button" to={address(["brief"])}>
          A brief without one
        </Link>
      </Head>
      <Answer of={outlines}>
        {(page) =>
          page.total === 0 ? (
            <Empty>
              None is kept. Choose what a <Link to={address(["brief"])}>brief</Link> is about, then “Edit the outline”; or drop one here that{" "}
              <code>sayso brief --to outline</code> wrote.
            </Empty>
          ) : (
            <>
              <Table
                caption={`${page.total} kept`}
                rows={page.results}
                keyOf={(one) => one.name}
                to={(one) => address(["brief", "outlines", one.name])}
                columns={[
                  {
                    name: "Name",
                    cell: (one) => (
                      <Link to={address(["brief", "outlines", one.name])}>
                        <bdi>{one.name}</bdi>
                      </Link>
                    ),
                  },
                  { name: "Title", cell: (one) => <bdi>{one.title ?? "that of the program"}</bdi> },
                  { name: "Sections", isNumber: true, cell: (one) => one.sections },
                  { name: "Lines", isNumber: true, cell: (one) => one.lines },
                  { name: "Changed", cell: (one) => `${one.changed.slice(0, 16).replace("T", " ")} UTC` },
                ]}
              />
              <Pager {...page} />
            </>
          )
        }
      </Answer>
      {problem && <ProblemBox problem={problem} />}
      <Drop take={(files) => void open(files)} says="Drop an outline here, or a brief in Markdown with its ids" />
      {read && <Begin outline={read} close={() => setRead(null)} />}
    </>
  );
}
