/** How people set right what was read, oldest first; within a list of facts. */
import type { ClaimTold } from "../api/shapes";

export function Changes({ of: edits }: { readonly of: ClaimTold["edits"] }) {
  return edits.map((edit) => (
    <div key={edit.id} className="pair">
      <dt>Set right</dt>
      <dd dir="auto">
        {Object.entries(edit.changes).map(changed).join("; ")} by {edit.by}, {edit.at.slice(0, 10)}: {edit.reason}
      </dd>
    </div>
  ));
}

/** Of words their place alone is kept; which they are, the claim itself shows. */
function changed([slot, value]: readonly [string, string]): string {
  return slot === "words" ? `its words (${value})` : `${slot}: ${value || "none"}`;
}
