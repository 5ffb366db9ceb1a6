/** One UN entry in each state of which something is held. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Cells } from "./cell";
import { Limits } from "./states";

export function Across({ reference }: { readonly reference: string }) {
  const entry = useAnswer("/api/v1/states/entries/{reference}", { reference });
  return (
    <Answer of={entry} isWhole>
      {(told) => (
        <>
          <Head title={`${told.name} (${told.reference}) across states`} lead={told.regimes.join(", ")}>
            <Link className="button" to={address(["lists", "entry", `un:${told.reference}`])}>
              The entry
            </Link>
          </Head>
          <Cells caption={`${told.rows.length} obligations`} cells={told.rows} />
          <Limits note={told.note} limits={told.limits} />
        </>
      )}
    </Answer>
  );
}
