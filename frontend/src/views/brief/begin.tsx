/** Begins an outline under a name: from a brief as it stands, or from a file that was written elsewhere. */
import { useState, type FormEvent } from "react";
import { pathOf } from "../../api/answer";
import { get, Problem, put } from "../../api/client";
import { Dialog } from "../../parts/dialog";
import { ProblemBox } from "../../parts/waiting";
import { address, go } from "../../route";
import { asked, ofTold, type OutlineTold } from "./outline";
import type { Scope } from "./scope";

interface Props {
  /** Of the brief whose outline it is … */
  readonly scope?: Scope;
  /** … or an outline that is there already. */
  readonly outline?: OutlineTold;
  readonly close: () => void;
}

export function Begin({ scope, outline, close }: Props) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      const told = outline ?? (await get<OutlineTold>(pathOf("/api/v1/brief/outline", {}, { ...scope, final: null })));
      await put(`/outlines/${encodeURIComponent(name.trim())}`, { outline: asked(ofTold(told)), version: null });
      go(address(["brief", "outlines", name.trim()], scope ? { public: scope.public, final: scope.final, states: scope.states } : {}));
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not kept", String(bad)));
    }
  }
  return (
    <Dialog title="Edit the outline" close={close}>
      <form className="fields" onSubmit={(event) => void begin(event)}>
        <p>
          The outline is kept in the project's folder, as the file that <code>sayso brief --outline</code> reads. It holds an order, headings
          and your own sentences; the words of documents stay where they are.
        </p>
        <label>
          Its name
          <input value={name} onChange={(event) => setName(event.target.value)} required maxLength={60} autoFocus placeholder="Ghazni, May" />
        </label>
        {problem && <ProblemBox problem={problem} />}
        <div className="tools">
          <button type="submit" className="main">
            Begin
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
