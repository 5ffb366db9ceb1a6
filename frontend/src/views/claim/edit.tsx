/** Sets slots of a claim right; its words stay as they are, and what was read stays beside it. */
import { useState } from "react";
import type { ClaimTold } from "../../api/shapes";
import { Decide } from "../../deciding/decide";

interface Slot {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly string[];
}

const SLOTS: readonly Slot[] = [
  { name: "factuality", label: "How surely", options: ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"] },
  { name: "predicate", label: "Predicate" },
  { name: "subject", label: "Subject: an entity's name or id" },
  { name: "object", label: "Object: an entity's name or id" },
  { name: "time", label: "Time, as EDTF: 2023-04, 2021/.." },
  { name: "place", label: "Place: a name or code that a document has" },
];

interface Props {
  readonly claim: ClaimTold;
  readonly close: () => void;
}

export function Edit({ claim, close }: Props) {
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const now = nowOf(claim);
  return (
    <Decide
      decision={{ about: claim.id, verdict: "edit", changes, seen: claim.judgement?.id ?? null }}
      says={claim.says}
      close={close}
      fields={() =>
        SLOTS.map(({ name, label, options }) => (
          <label key={name}>
            {label}
            {options ? (
              <select value={changes[name] ?? now[name] ?? ""} onChange={(event) => put(name, event.target.value)}>
                {options.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            ) : (
              <input value={changes[name] ?? now[name] ?? ""} onChange={(event) => put(name, event.target.value)} />
            )}
          </label>
        ))
      }
    />
  );

  /** Keep only what differs from what stands. */
  function put(name: string, value: string): void {
    const { [name]: _, ...rest } = changes;
    setChanges(value === (now[name] ?? "") ? rest : { ...rest, [name]: value });
  }
}

function nowOf(claim: ClaimTold): Readonly<Record<string, string>> {
  const party = (role: string) => {
    const id = claim.arguments[role];
    return typeof id === "string" ? (claim.names[id] ?? id) : "";
  };
  return {
    factuality: claim.factuality,
    predicate: claim.predicate,
    subject: party("subject"),
    object: party("object"),
    time: claim.time ?? "",
    place: claim.place?.code ?? claim.place?.name ?? "",
  };
}
