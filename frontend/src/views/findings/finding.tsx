/** One finding, whole: both sides in their words, the replies, who was asked, and what a person thinks of it. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import type { FindingWhole } from "../../api/shapes";
import { AsEvidence } from "../../deciding/as-evidence";
import { inWords } from "../../deciding/decide";
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
import { InTime } from "./in-time";
import { Side } from "./side";
import { withoutStatus } from "./findings";

export function Finding({ id }: { readonly id: string }) {
  const finding = useAnswer("/api/v1/findings/{finding_id}", { finding_id: id });
  return <Answer of={finding} isWhole>{(whole) => <Whole whole={whole} />}</Answer>;
}

function Whole({ whole: { finding, why, judgement } }: { readonly whole: FindingWhole }) {
  const [decide, decided] = useDecide(judgement);
  const [isEvidence, setEvidence] = useState(false);
  const says = withoutStatus(finding.says);
  const on = (verdict: "accept" | "reject") => () =>
    decide({ decision: { about: finding.id, verdict, seen: judgement?.id ?? null }, says });
  useKeys({
    Enter: { does: "accept the finding, with all its claims", act: on("accept") },
    x: { does: "reject it as misread", act: on("reject") },
  });
  const held = (stance: string) => why.roots.filter((root) => root.stance === stance);
  const sides = [
    { title: "Said", roots: held("+"), none: "Nobody held says so." },
    { title: "Said not to be so", roots: held("-"), none: "No denial is held: that is not to say that there was none." },
    ...(held("?").length > 0 ? [{ title: "Left open", roots: held("?"), none: "" }] : []),
  ];
  return (
    <>
      <Head title={says} cite={finding.says} json={`/findings/${finding.id}`} csv={`/contradictions.csv?finding=${finding.id}`}>
        <button type="button" onClick={on("accept")}>
          Accept <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={on("reject")}>
          Reject <kbd>x</kbd>
        </button>
        <button type="button" onClick={() => setEvidence(true)}>
          As evidence
        </button>
        <Link className="button" to={address(["network"], { about: finding.id })}>
          Network
        </Link>
        <Link className="button" to={address(["map"], { about: finding.subject?.id, province: finding.place?.code })}>
          Map
        </Link>
        <Link className="button" to={address(["timeline"], { finding: finding.id, unsure: finding.waits })}>
          Timeline
        </Link>
      </Head>
      <p>
        <Status of={finding.status} /> <span dir="auto">{why.explanation}</span>
      </p>
      <p>
        <Named party={finding.subject} standing={standingOf(finding.subject, why.parties)} />
        {finding.object && (
          <>
            {" "}
            → <Named party={finding.object} standing={standingOf(finding.object, why.parties)} />
          </>
        )}
      </p>
      <p className="from">{judgement ? `As a whole ${inWords(judgement)}` : "A machine read this: a draft, until a person decides on it."}</p>
      <Assess finding={finding} assessment={why.assessment} />
      <div className="columns">
        {sides.map((side) => (
          <Side key={side.title} {...side} />
        ))}
      </div>
      <InTime why={why} />
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
      {why.related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">The same, in general or in particular</h2>
          <ul>
            {why.related.map((one) => (
              <li key={one.finding} dir="auto">
                {one.how.replaceAll("_", " ")}: <Link to={address(["findings", one.finding])}>{one.says}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isEvidence && <AsEvidence about={finding.id} says={says} close={() => setEvidence(false)} />}
      {decided}
    </>
  );
}

/** Give how a party stands to the lists, from its label: "Kandor Front (not listed)". */
function standingOf(party: { readonly name: string } | null | undefined, labels: readonly string[]): string | null {
  const label = labels.find((one) => one.startsWith(`${party?.name} (`));
  return label === undefined || !party ? null : label.slice(party.name.length + 2, -1);
}
