/** A server that others can reach asks for a token; it is kept in a cookie that no script reads. */
import { useState } from "react";
import { post, Problem } from "../api/client";
import { changed } from "../api/resource";
import { ProblemBox } from "./waiting";

/** Ask for the token; `why` says what became of the one before. */
export function AskForToken({ why }: { readonly why?: string }) {
  const [given, setGiven] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  async function tell(): Promise<void> {
    try {
      await post("/session", { token: given.trim() });
      setProblem(null);
      changed();
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
      <h1>This workbench asks for a token</h1>
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
