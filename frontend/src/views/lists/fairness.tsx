/** The fairness file of an entry: what is said of the party, what is denied, and what stands in its favour. */
import { useAnswer } from "../../api/answer";
import type { Shapes } from "../../api/shapes";
import { Evidence } from "../../parts/evidence";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { quoted } from "../../parts/quoted";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Fields } from "./changes";

type File = Shapes["FairnessTold"];

export function Fairness({ id }: { readonly id: string }) {
  const file = useAnswer("/api/v1/entries/{entry_id}/fairness", { entry_id: id });
  return (
    <Answer of={file}>
      {(told) => (
        <>
          <p className="lead">
            A draft, as every such file is. What stands here is said by others and cited; it is no judgement of the party.
            {told.waiting > 0 && (
              <>
                {" "}
                {told.waiting} more were read unsurely and wait in <Link to={address(["review"])}>review</Link>.
              </>
            )}
          </p>
          <h2>What the list says of the party</h2>
          <Lines of={told.list_says} none="Nothing but its entry." />
          <h2>What others say, with each denial beside it</h2>
          {told.others_say.length === 0 && <p>The project holds nothing on the party.</p>}
          {told.others_say.map((matter) => (
            <MatterCard key={matter.finding} of={matter} />
          ))}
          <InFavour of={told} />
          <h2>Reviews, and steps towards delisting</h2>
          <Lines of={told.reviews.map((one) => `${one.concluded_on ?? "no date"}: ${one.words}`)} none="The remarks tell of no review." />
          <Words of={told.steps} />
          <h2>Stale or at odds</h2>
          {told.discrepancies.length === 0 && <p>Nothing was found.</p>}
          <Discrepancies of={told.discrepancies} />
          <h2>What changed in the releases held</h2>
          {told.changes.length === 0 && <p>Nothing.</p>}
          {told.changes.map((change) => (
            <div key={change.release}>
              <h3>
                {change.release}: {change.change.replaceAll("_", " ")}
              </h3>
              <Fields fields={change.fields} />
            </div>
          ))}
        </>
      )}
    </Answer>
  );
}

function MatterCard({ of: matter }: { readonly of: File["others_say"][number] }) {
  return (
    <article className="card" aria-label={matter.says}>
      <h3>
        <Status of={matter.status} />{" "}
        <Link to={address(["findings", matter.finding])}>
          <span dir="auto">{matter.says}</span>
        </Link>
      </h3>
      <p className="from" dir="auto">
        {matter.explanation}
      </p>
      <div className="columns">
        <section aria-label="Said">
          <h4>Said</h4>
          <Evidence of={matter.said} />
        </section>
        <section aria-label="Denied or answered">
          <h4>Denied or answered</h4>
          {matter.denied.length === 0 ? <p className="from">No denial is held. That none is held does not mean that none was made.</p> : <Evidence of={matter.denied} />}
        </section>
      </div>
    </article>
  );
}

function InFavour({ of: file }: { readonly of: File }) {
  const { told, unsure, discrepancies } = file.in_favour;
  return (
    <>
      <h2>In the party's favour</h2>
      {told.length + unsure.length + discrepancies.length === 0 && <p>The project holds nothing; that is not to say that there is nothing.</p>}
      <Evidence of={told} />
      <Lines of={unsure} none="" />
      <Discrepancies of={discrepancies} />
      {file.possible.length > 0 && (
        <p>
          May be the same, which nobody has judged:{" "}
          {file.possible.map((party) => (
            <span key={party.id}>
              <Named party={party} />{" "}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Discrepancies({ of: all }: { readonly of: File["discrepancies"] }) {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map((one) => (
        <li key={one.kind + one.says}>
          {one.severity}: {one.says}
          <Words of={one.words} />
        </li>
      ))}
    </ul>
  );
}

function Words({ of: words }: { readonly of: File["steps"] }) {
  if (words.length === 0) return null;
  return (
    <ul className="from">
      {words.map((one) => (
        <li key={one.reference + one.words} dir="auto">
          {one.reference}, {one.field}: {quoted(one.words)}
        </li>
      ))}
    </ul>
  );
}

function Lines({ of: lines, none }: { readonly of: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return none === "" ? null : <p>{none}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
