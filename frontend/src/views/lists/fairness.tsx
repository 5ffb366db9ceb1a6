/** The fairness file of a listed party: what the list says, what others say, reviews, and what is stale or at odds. */
import { useAnswer } from "../../api/answer";
import { quoted } from "../../parts/quoted";
import { Answer, Empty } from "../../parts/waiting";
import { Fields } from "./releases";

/** Show the fairness file of an entry, "un:QDe.132". */
export function Fairness({ id }: { readonly id: string }) {
  const file = useAnswer("/api/v1/entries/{entry_id}/fairness", { entry_id: id });
  return (
    <Answer of={file}>
      {(told) => (
        <>
          <p className="lead">What stands here is said by others and cited. It is no judgement of the party.</p>
          <h2>What the list says of the party</h2>
          <Lines of={told.list_says} none="Nothing." />
          <h2>What others say, and what was denied</h2>
          <Lines of={told.others_say.map((one) => one.says)} none="The project holds nothing on the party." />
          <h2>Reviews</h2>
          <Lines of={told.reviews.map((one) => `${one.concluded_on ?? "no date"}: ${one.words}`)} none="The remarks tell of none." />
          <h2>Stale or at odds</h2>
          <ul>
            {told.discrepancies.map((one) => (
              <li key={one.kind + one.says}>
                {one.severity}: {one.says}
                <ul className="from">
                  {one.words.map((words) => (
                    <li key={words.reference + words.words} dir="auto">
                      {words.reference}, {words.field}: {quoted(words.words)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {told.discrepancies.length === 0 && <Empty>Nothing was found.</Empty>}
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

function Lines({ of: lines, none }: { readonly of: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <p>{none}</p>;
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
