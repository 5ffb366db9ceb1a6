/** One UN entry in each state of which something is held. */
import { useAnswer } from "../../api/answer";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";
import { Cells } from "./cell";
import { Limits } from "./limits";
import { useSeen } from "./seen";
import { Records } from "./told";
import { counted } from "./words";

export function Across({ reference }: { readonly reference: string }) {
  const { times } = useSeen();
  const entry = useAnswer("/api/v1/states/entries/{reference}", { reference }, times);
  return (
    <Answer of={entry} isWhole>
      {(told) => (
        <>
          <Head title={`${told.name} (${told.reference}) across states`} lead={told.regimes.join(", ")}>
            <Link className="button" to={address(["lists", "entry", `un:${told.reference}`])}>
              The entry
            </Link>
          </Head>
          <Cells caption={`${counted(told.rows.length, "obligation")}; seen on ${told.as_of}`} cells={told.rows} isOneEntry />
          {told.records.length > 0 && (
            <>
              <h2>What documents tell of it</h2>
              <Records of={told.records} />
            </>
          )}
          <Limits note={told.note} limits={told.limits} />
        </>
      )}
    </Answer>
  );
}
