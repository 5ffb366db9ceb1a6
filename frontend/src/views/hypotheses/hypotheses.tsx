/** Questions under competing hypotheses, and pairs that may be one party or one a front: questions, never merges. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Pager } from "../../parts/pager";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import type { ViewProps } from "..";
import { Identity } from "./identity";
import { Matrix } from "./matrix";
import { OpenQuestion } from "./open";

export default function Hypotheses({ rest, query }: ViewProps) {
  const [id] = rest;
  return id === undefined ? <Lists query={query} /> : <Matrix id={id} query={query} />;
}

function Lists({ query }: { readonly query: URLSearchParams }) {
  const questions = useAnswer("/api/v1/hypotheses");
  const identities = useAnswer("/api/v1/questions", {}, { offset: query.get("offset"), unsure: query.get("unsure"), limit: 10 });
  useKeys({ n: { does: "open a question", act: () => ask({ open: "true" }) } });
  return (
    <>
      <Head title="Hypotheses" lead="Set the possible answers side by side, and look at what speaks against each." path="/hypotheses">
        <button type="button" onClick={() => ask({ open: "true" })}>
          Open a question <kbd>n</kbd>
        </button>
      </Head>
      {query.get("open") && <OpenQuestion close={() => ask({ open: null })} />}
      <Answer of={questions}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty>
              <p>
                Some questions no document answers. Open one with all its possible answers, put claims and findings forward as
                evidence, and rate each against every answer: what speaks against an answer tells more than what agrees with it.
              </p>
              <p>
                <button type="button" className="main" onClick={() => ask({ open: "true" })}>
                  Open a question
                </button>{" "}
                or weigh one of those below.
              </p>
            </Empty>
          ) : (
            <Table
              caption="Questions under competing hypotheses"
              rows={results}
              keyOf={(one) => one.id}
              to={(one) => address(["hypotheses", one.id])}
              columns={[
                {
                  name: "Question",
                  cell: (one) => (
                    <>
                      <Link to={address(["hypotheses", one.id])}>
                        <span dir="auto">{one.question}</span>
                      </Link>
                      {one.withdrawn && " (closed)"}
                    </>
                  ),
                },
                { name: "Hypotheses", isNumber: true, cell: (one) => one.hypotheses },
                { name: "Evidence", isNumber: true, cell: (one) => one.evidence },
                { name: "Least inconsistent", cell: (one) => one.least_inconsistent.join(", ") },
                { name: "Opened by", cell: (one) => `${one.opened.by}, ${one.opened.at.slice(0, 10)}` },
              ]}
            />
          )
        }
      </Answer>
      <h2>Questions of identity</h2>
      <p className="lead">Two that may be one party, or one a front for the other. A question, not an answer: nothing is merged.</p>
      <Answer of={identities}>
        {(page) => (
          <>
            {page.total === 0 && <Empty>No two parties give reason to ask.</Empty>}
            {page.results.map((one) => (
              <Identity key={one.id} of={one} />
            ))}
            {page.waiting > 0 && (
              <p className="from">
                {page.waiting} more rest on what was read unsurely. <Link to={address(["hypotheses"], { unsure: "true" })}>Show them too</Link>
              </p>
            )}
            <Pager {...page} />
          </>
        )}
      </Answer>
    </>
  );
}
