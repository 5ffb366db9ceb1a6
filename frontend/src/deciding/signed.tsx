/** What is signed: a reason and a name, sent together, and told when they were not taken. */
import { useState, type FormEvent, type ReactNode } from "react";
import { Problem } from "../api/client";
import { changed } from "../api/resource";
import { Dialog } from "../parts/dialog";
import { ProblemBox } from "../parts/waiting";
import { keepSignature, signature } from "./signature";

export interface Signature {
  readonly by: string;
  readonly reason: string;
}

interface Props {
  /** Of the dialog and of its button. */
  readonly title: string;
  readonly send: (signed: Signature) => Promise<unknown>;
  readonly close: () => void;
  readonly done?: () => void;
  /** What it is about, and fields that it needs besides. */
  readonly children: ReactNode;
}

export function Signed({ title, send, close, done, children }: Props) {
  const [by, setBy] = useState(signature());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSent, setSent] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSent(true);
    try {
      await send({ by: by.trim(), reason: reason.trim() });
      keepSignature(by.trim());
      changed();
      close();
      done?.();
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not kept", String(bad)));
      setSent(false);
    }
  }

  return (
    <Dialog title={title} close={close}>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        {children}
        <label>
          Reason, for the record that stays
          <textarea rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        </label>
        <label>
          Signed by
          <input required value={by} onChange={(event) => setBy(event.target.value)} autoComplete="name" />
        </label>
        {problem && <ProblemBox problem={problem} />}
        <div className="tools">
          <button type="submit" className="main" disabled={isSent}>
            {title}
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
