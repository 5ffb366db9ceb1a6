/** A sentence of a person, with what it rests on as chips: the words change, the citations stay. */
import { useState } from "react";
import { Dialog } from "../../parts/dialog";
import { Link } from "../../parts/link";
import { quoted } from "../../parts/quoted";
import { address } from "../../route";
import { inBlock, inLine, type Block, type Line, type RestsOn } from "./outline";
import type { Working } from "./outline-list";
import { PickFindings } from "./pick";
import { Faults } from "./rules";
import { useFound } from "./use-found";

interface Props extends Working {
  readonly of: Line;
  readonly block: Block;
}

export function OwnLine({ of: line, block, change, faults }: Props) {
  const [isCiting, setCiting] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const cite = (rests: readonly RestsOn[]) => change((now) => inLine(now, line.key, (one) => ({ ...one, restsOn: rests })));
  const find = useFound((found) => cite([...line.restsOn, ...found.filter((one) => !line.restsOn.some((held) => held.id === one.id))]));
  return (
    <div className="own" data-line={line.key}>
      <textarea
        aria-label="Sentence of your own"
        dir="auto"
        rows={Math.max(2, Math.ceil((line.text ?? "").length / 60))}
        value={line.text ?? ""}
        placeholder="According to …, …"
        onChange={(event) => change((now) => inLine(now, line.key, (one) => ({ ...one, text: event.target.value })), line.key)}
      />
      <ul className="chips" aria-label="It rests on">
        {line.restsOn.map((one) => (
          <li key={one.id}>
            <Chip of={one} remove={() => cite(line.restsOn.filter((held) => held.id !== one.id))} />
          </li>
        ))}
        <li>
          <button type="button" onClick={() => (line.restsOn.length > 0 ? setCiting(true) : setPicking(true))}>
            {line.restsOn.length > 0 ? "Citations…" : "Say what it rests on"}
          </button>
        </li>
        {block.lines.length > 1 && (
          <li>
            <button
              type="button"
              aria-label="Take out this sentence"
              onClick={() => change((now) => inBlock(now, block.key, (one) => ({ ...one, lines: one.lines.filter((held) => held.key !== line.key) })))}
            >
              ✕ sentence
            </button>
          </li>
        )}
      </ul>
      <Faults of={faults.get(line.key) ?? []} />
      {isCiting && (
        <Citations
          line={line}
          cite={cite}
          more={() => {
            setCiting(false);
            setPicking(true);
          }}
          close={() => setCiting(false)}
        />
      )}
      {isPicking && <PickFindings title="What it rests on" picked={[]} choose={(ids) => void find(ids)} close={() => setPicking(false)} />}
    </div>
  );
}

function Chip({ of: one, remove }: { readonly of: RestsOn; readonly remove: () => void }) {
  const isFinding = one.id.startsWith("f-");
  return (
    <span className="chip">
      <Link to={address([isFinding ? "findings" : "claims", one.id])} title={one.says ?? "gone"}>
        {isFinding ? `finding ${one.id.slice(2, 8)}` : `claim ${one.id.slice(2)}`}
        {one.says === null && " (gone)"}
      </Link>
      <button type="button" aria-label={`Cite ${one.id} no more`} onClick={remove}>
        ✕
      </button>
    </span>
  );
}

interface CitationsProps {
  readonly line: Line;
  readonly cite: (rests: readonly RestsOn[]) => void;
  readonly more: () => void;
  readonly close: () => void;
}

/** Which claims of its findings a sentence cites, in their words. */
function Citations({ line, cite, more, close }: CitationsProps) {
  const known = new Map(line.restsOn.flatMap((one) => one.claims.map((claim) => [claim.id, claim] as const)));
  const cited = new Set(line.restsOn.map((one) => one.id));
  function toggle(id: string): void {
    const claim = known.get(id);
    if (cited.has(id)) cite(line.restsOn.filter((one) => one.id !== id));
    else if (claim) cite([...line.restsOn, { id, says: claim.words, status: null, claims: [claim] }]);
  }
  return (
    <Dialog title="What the sentence rests on" close={close}>
      <p className="from">Tick the words that it cites. Where none is ticked, it cites the leading words of its findings.</p>
      <div className="picks" role="group" aria-label="Claims" tabIndex={0}>
        {[...known.values()].map((claim) => (
          <label key={claim.id} className="pick">
            <input type="checkbox" checked={cited.has(claim.id)} onChange={() => toggle(claim.id)} />
            <span dir="auto">
              {quoted(claim.words)} <span className="from">{claim.chain.join(" → ")}</span>
            </span>
          </label>
        ))}
      </div>
      <div className="tools">
        <button type="button" onClick={more}>
          From other findings
        </button>
        <button type="button" className="main" onClick={close}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
