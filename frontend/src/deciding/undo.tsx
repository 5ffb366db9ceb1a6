/** Takes a judgement back by a new one; both are kept. */
import { useState, type FormEvent } from "react";
import { post, Problem } from "../api/client";
import { changed } from "../api/resource";
import { Dialog } from "../parts/dialog";
import { ProblemBox } from "../parts/waiting";
import { DONE } from "./decide";
import { keepSignature, signature } from "./signature";

interface Props {
  readonly judgement: { readonly id: string; readonly about: string; readonly verdict: string; readonly by: string; readonly reason: string };
  readonly close: () => void;
}

export function Undo({ judgement, close }: Props) {
  const [by, setBy] = useState(signature());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  async function undo(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await post(`/judgements/${judgement.id}/undo`, { by: by.trim(), reason: reason.trim() });
      keepSignature(by.trim());
      changed();
      close();
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not taken back", String(bad)));
    }
  }
  return (
    <Dialog title="Take back" close={close}>
      <form className="fields" onSubmit={(event) => void undo(event)}>
        <p>
          {judgement.about} {DONE[judgement.verdict]} by {judgement.by}: {judgement.reason}
        </p>
        <label>
          Reason, for the record that stays
          <textarea rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        </label>
        <label>
          Signed by
          <input required value={by} onChange={(event) => setBy(event.target.value)} />
        </label>
        {problem && <ProblemBox problem={problem} />}
        <div className="tools">
          <button type="submit" className="main">
            Take back
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
