/** One verdict on several things, each with a judgement of its own; what somebody else decided on meanwhile is left alone. */
import { useState } from "react";
import { Problem } from "../api/client";
import { changed } from "../api/resource";
import { inWords, judge, newerIn, VERDICTS, type Decision } from "./decide";
import { Signed, type Signature } from "./signed";

export interface Several {
  readonly about: string;
  readonly says: string;
  readonly seen: string | null;
}

interface Props {
  readonly verdict: Decision["verdict"];
  readonly on: readonly Several[];
  readonly close: () => void;
}

export function DecideAll({ verdict, on: given, close }: Props) {
  const [on] = useState(given); // the list shrinks while it is worked through
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const title = `${VERDICTS[verdict]} the ${on.length} shown`;
  async function send(signed: Signature): Promise<void> {
    const faults: string[] = [];
    const kept = new Set(done);
    for (const { about, says, seen } of on.filter((one) => !kept.has(one.about))) {
      try {
        await judge({ about, verdict, seen }, signed);
        kept.add(about);
        setDone(new Set(kept));
      } catch (bad) {
        const newer = newerIn(bad);
        if (newer === null && !(bad instanceof Problem && bad.status === 404)) throw stopped(bad, kept.size, on.length);
        faults.push(newer ? `${says}: ${inWords(newer)}` : `${says}: no longer here`);
      }
    }
    if (faults.length === 0) return;
    changed();
    throw new Problem(409, `${kept.size} of ${on.length} are decided; these were left alone`, faults.join("; "));
  }
  return (
    <Signed title={title} send={send} close={close} isReady={on.length > 0}>
      <p>
        These {on.length}, and nothing else; each is a decision of its own, which can be taken back by itself.
        {done.size > 0 && ` ${done.size} done.`}
      </p>
      <ul className="shown" tabIndex={0} aria-label="What is decided on">
        {on.map((one) => (
          <li key={one.about} dir="auto">
            {done.has(one.about) && "✓ "}
            {one.says}
          </li>
        ))}
      </ul>
    </Signed>
  );
}

function stopped(bad: unknown, done: number, all: number): Problem {
  changed();
  const why = bad instanceof Problem ? bad : new Problem(0, "Not kept", String(bad));
  return new Problem(why.status, `${done} of ${all} are decided, then it stopped`, `${why.message} Send it again to go on with the others.`);
}
