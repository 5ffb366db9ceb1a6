/** One question of identity with the signs for and against each answer. */
import { useState } from "react";
import type { AnswerTo } from "../../api/answer";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { address } from "../../route";
import { WeighIdentity } from "./open";

type IdentityTold = AnswerTo<"/api/v1/questions">["results"][number];

export function Identity({ of: one }: { readonly of: IdentityTold }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-label={one.question}>
      <h3>{one.question}</h3>
      <p>
        <Named party={one.one} standing={one.one.standing} /> · <Named party={one.other} standing={one.other.standing} />
      </p>
      {one.notices.map((notice) => (
        <p key={notice} className="from">
          {notice}
        </p>
      ))}
      <ul>
        {one.signs.map((sign) => (
          <li key={sign.sign + sign.says}>
            {sign.says}{" "}
            <span className="from">
              {Object.entries(sign.bears_on).map(([answer, how]) => `${how} ${answer.replaceAll("_", " ")}`).join("; ")}
            </span>
            <ul className="from">
              {sign.claims.map((claim) => (
                <li key={claim.id} dir="auto">
                  <Link to={address(["claims", claim.id])}>{claim.says}</Link>
                  {claim.beside.map((line) => (
                    <span key={line}> · {line}</span>
                  ))}
                </li>
              ))}
              {sign.more > 0 && <li>and {sign.more.toLocaleString("en")} more claims</li>}
            </ul>
          </li>
        ))}
      </ul>
      {one.opened_as ? (
        <p>
          <Link className="button" to={address(["hypotheses", one.opened_as])}>
            It is weighed here
          </Link>
        </p>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Weigh it
        </button>
      )}
      {isOpen && <WeighIdentity from={one.id} question={one.question} close={() => setOpen(false)} />}
    </section>
  );
}
