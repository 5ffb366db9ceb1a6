/** A server that others can reach asks for a token; it is kept in a cookie that no script reads. */
import { useState } from "react";
import { post, Problem } from "../api/client";
import { changed } from "../api/resource";
import { ProblemBox } from "./waiting";

interface Props {
  /** What became of the one before; then the form stands below another one. */
  readonly why?: string;
  readonly done?: () => void;
}

export function AskForToken({ why, done }: Props) {
  const [given, setGiven] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  async function tell(): Promise<void> {
    try {
      await post("/session", { token: given.trim() });
      setProblem(null);
      changed();
      done?.();
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not told", String(bad)));
    }
  }
  return (
    <form
      className="card fields"
      onSubmit={(event) => {
        event.preventDefault();
        void tell();
      }}
    >
      {why === undefined ? <h1>This workbench asks for a token</h1> : <h2>This workbench asks for a token</h2>}
      <p>
        {why} <code>sayso serve</code> printed it when it began.
      </p>
      <label>
        Token
        <input type="password" value={given} onChange={(event) => setGiven(event.target.value)} autoFocus required />
      </label>
      {problem && <ProblemBox problem={problem} />}
      <div className="tools">
        <button type="submit" className="main">
          Go on
        </button>
      </div>
    </form>
  );
}
