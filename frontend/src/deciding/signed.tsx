/** What is signed: a reason and a name, sent together, and told when they were not taken. */
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useAnswer } from "../api/answer";
import { Problem } from "../api/client";
import { changed } from "../api/resource";
import { Dialog } from "../parts/dialog";
import { AskForToken } from "../parts/token";
import { ProblemBox } from "../parts/waiting";
import { keepReason, keepSignature, reasonFor, signature } from "./signature";

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
  /** False while something that must be there is missing. */
  readonly isReady?: boolean;
}

export function Signed({ title, send, close, done, children, isReady = true }: Props) {
  const session = useAnswer("/api/v1/session");
  const [given, setGiven] = useState<string | null>(null);
  const by = given ?? (signature() || (session.data?.by ?? ""));
  const [reason, setReason] = useState(reasonFor(title));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSent, setSent] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSent || !isReady) return;
    setSent(true);
    try {
      await send({ by: by.trim(), reason: reason.trim() });
      keepSignature(by.trim());
      keepReason(title, reason.trim());
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
          <textarea
            rows={3}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onFocus={(event) => event.target.select()}
            onKeyDown={submitOnEnter}
            autoFocus
          />
        </label>
        <label>
          Signed by
          <input required value={by} onChange={(event) => setGiven(event.target.value)} autoComplete="name" />
        </label>
        {problem && problem.status !== 401 && <ProblemBox problem={problem} />}
        <div className="tools">
          <button type="submit" className="main" disabled={isSent || !isReady}>
            {title} <kbd>Enter</kbd>
          </button>
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
        </div>
      </form>
      {problem?.status === 401 && <AskForToken why="The one that this page had is no longer good; what you wrote is still here." done={() => setProblem(null)} />}
    </Dialog>
  );
}

/** Enter sends; a new line takes Shift. While a word is still being composed, Enter is the keyboard's. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
