/** One finding, whole: both sides in their words, the replies, who was asked, and what a person thinks of it. */
import { useAnswer } from "../../api/answer";
import type { FindingWhole } from "../../api/shapes";
import { useDecide } from "../../deciding/use-decide";
import { Evidence } from "../../parts/evidence";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Assess } from "./assess";
import { Side } from "./side";
import { withoutStatus } from "./findings";

export function Finding({ id }: { readonly id: string }) {
  const finding = useAnswer("/api/v1/findings/{finding_id}", { finding_id: id });
  return <Answer of={finding} isWhole>{(whole) => <Whole whole={whole} />}</Answer>;
}

function Whole({ whole: { finding, why } }: { readonly whole: FindingWhole }) {
  const [decide, dialog] = useDecide();
  const says = withoutStatus(finding.says);
  const on = (verdict: "accept" | "reject") => () => decide({ decision: { about: finding.id, verdict }, says });
  useKeys({
    a: { does: "accept the finding", act: on("accept") },
    x: { does: "reject it as misread", act: on("reject") },
  });
  const sides = [
    { title: "Said", roots: why.roots.filter((root) => root.stance === "+") },
    { title: "Said not to be so", roots: why.roots.filter((root) => root.stance === "-") },
    { title: "Left open", roots: why.roots.filter((root) => root.stance === "?") },
  ];
  return (
    <>
      <Head title={says} cite={finding.says}>
        <button type="button" onClick={on("accept")}>
          Accept <kbd>a</kbd>
        </button>
        <button type="button" onClick={on("reject")}>
          Reject <kbd>x</kbd>
        </button>
        <Link className="button" to={address(["network"], { about: finding.id })}>
          Network
        </Link>
        <Link className="button" to={address(["map"], { about: finding.subject?.id })}>
          Map
        </Link>
        <Link className="button" to={address(["timeline"], { about: finding.subject?.id })}>
          Timeline
        </Link>
      </Head>
      <p>
        <Status of={finding.status} /> <span dir="auto">{why.explanation}</span>
      </p>
      <p>
        <Named party={finding.subject} />
        {finding.object && (
          <>
            {" "}
            → <Named party={finding.object} />
          </>
        )}{" "}
        <span className="from">{why.parties.join("; ")}</span>
      </p>
      <Assess finding={finding} assessment={why.assessment} />
      <div className="columns">
        {sides
          .filter((side) => side.roots.length > 0)
          .map((side) => (
            <Side key={side.title} {...side} />
          ))}
      </div>
      {(why.rejections.length > 0 || why.replies.length > 0) && (
        <section aria-labelledby="replies">
          <h2 id="replies">Replies</h2>
          <Evidence of={[...why.rejections, ...why.replies]} />
        </section>
      )}
      <section aria-labelledby="asked">
        <h2 id="asked">Right of reply</h2>
        <ul>
          {why.right_of_reply.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      </section>
      {why.beside.length > 0 && (
        <section aria-labelledby="beside">
          <h2 id="beside">Beside it</h2>
          {why.beside.map((one) => (
            <div key={one.claim}>
              <p className="from">{one.reason}</p>
              <Evidence of={[{ ...one, factuality: one.factuality as never }]} />
            </div>
          ))}
        </section>
      )}
      {dialog}
    </>
  );
}
