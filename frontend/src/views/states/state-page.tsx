/** One state: its law, what is shown, what is not, how late, what differs, what documents tell, and what people are to confirm. */
import { useAnswer, type AnswerTo } from "../../api/answer";
import { Head } from "../../parts/head";
import { Pager } from "../../parts/pager";
import { Tabs } from "../../parts/tabs";
import { Answer, Empty } from "../../parts/waiting";
import type { Query } from "../../route";
import { Cells } from "./cell";
import { Differences, Lag } from "./differing";
import { Gaps, gapsAsked } from "./gaps";
import { Limits } from "./limits";
import { Questions } from "./questions";
import { useSeen } from "./seen";
import { Sum } from "./sum";
import { Records, SaidOf } from "./told";
import { counted, OUTSIDE_MEANS } from "./words";

export type StateTold = AnswerTo<"/api/v1/states/{state}">;

interface Props {
  readonly state: string;
  readonly query: URLSearchParams;
}

export function StatePage({ state, query }: Props) {
  const { times } = useSeen();
  const told = useAnswer("/api/v1/states/{state}", { state }, times);
  return (
    <Answer of={told} isWhole>
      {(page) => <Whole page={page} query={query} />}
    </Answer>
  );
}

function Whole({ page, query }: { readonly page: StateTold; readonly query: URLSearchParams }) {
  const { times } = useSeen();
  const [path, asked] = twinOf(page.state, query);
  const told = page.records.length + page.said.length;
  return (
    <>
      <Head
        title={`${page.name} (${page.state})`}
        lead={`${page.is_outside ? outsideLead(page) : lead(page)} Seen on ${page.as_of}.`}
        path={path}
        query={{ ...times, ...asked }}
      />
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "sum", title: "At a glance", show: () => <Sum page={page} query={query} /> },
          { key: "lag", title: "Lag", show: () => <Lag state={page.state} query={query} /> },
          { key: "gaps", title: "Gaps", show: () => <Gaps state={page.state} query={query} /> },
          { key: "differences", title: `Differences (${page.differences})`, show: () => <Differences state={page.state} query={query} /> },
          { key: "told", title: `Records and replies (${told})`, show: () => <Told page={page} /> },
          {
            key: "questions",
            title: `Questions (${page.concerns.questions.length})`,
            show: () => <Questions of={page.concerns.questions} beside={page.concerns} />,
          },
          { key: "confirm", title: `To confirm (${page.to_confirm})`, show: () => <Confirm page={page} query={query} /> },
        ]}
      />
      <Limits note={page.note} limits={page.limits} />
    </>
  );
}

function lead({ carried_out, obligations, unknown }: StateTold): string {
  const told = `${carried_out.toLocaleString("en")} of ${obligations.toLocaleString("en")} measures are shown to be carried out; `;
  return `${told}${unknown.toLocaleString("en")} unknown, which is not non-compliance.`;
}

function outsideLead({ carried_out }: StateTold): string {
  return `${counted(carried_out, "measure")} shown to be carried out. ${OUTSIDE_MEANS}`;
}

/** Give the list that a tab shows, with its filters, for its files. */
function twinOf(state: string, query: URLSearchParams): [string, Query] {
  switch (query.get("tab")) {
    case "lag":
      return ["/states/lag", { state }];
    case "differences":
      return ["/states/differences", { state }];
    case "told":
      return ["/states/records", { state }];
    case "questions":
      return ["/states/questions", { state }];
    case "gaps":
      return ["/states/gaps", gapsAsked(query, state)];
    case "confirm":
      return ["/states/gaps", { state, to_confirm: true }];
    default:
      return ["/states/matrix", { state }];
  }
}

/** What was recorded, with the replies, and what documents say of it. */
function Told({ page }: { readonly page: StateTold }) {
  const answering = page.said.flatMap((one) => one.replies);
  return (
    <>
      <h2>Recorded</h2>
      {page.records.length === 0 && (
        <Empty>
          Nothing is recorded of it; that says nothing against it. <code>sayso states record KIND {page.state} …</code> records what a document
          tells.
        </Empty>
      )}
      <Records of={page.records} elsewhere={answering} />
      <h2>Said of it in documents</h2>
      {page.said.length === 0 && <Empty>No document held says that it reported, froze or exempted, or did not.</Empty>}
      <SaidOf said={page.said} records={page.records} />
    </>
  );
}

/** Links by name, each entry's measures, page by page. */
function Confirm({ page, query }: { readonly page: StateTold; readonly query: URLSearchParams }) {
  const { times } = useSeen();
  const asked = { state: page.state, to_confirm: true, offset: query.get("offset"), limit: 50 };
  const waiting = useAnswer("/api/v1/states/gaps", {}, { ...times, ...asked });
  if (page.to_confirm === 0) return <Empty>No link by name waits for a person.</Empty>;
  return (
    <>
      <p className="lead">A name alone ties these entries. Until a person confirms it, nothing follows from it; the status says why, and confirms.</p>
      <Answer of={waiting}>
        {(told) => (
          <>
            <Cells caption={`${counted(told.total, "measure")} waiting for a link to be confirmed`} cells={told.results} isOne />
            <Pager {...told} />
          </>
        )}
      </Answer>
    </>
  );
}
