/** Sets slots of a claim right; its sentence stays, and what was read stays beside it. */
import { useState } from "react";
import type { ClaimTold } from "../api/shapes";
import { FACTUALITIES, MODALITIES, PREDICATES } from "../api/words";
import { FACTUALITY } from "../parts/said";
import { Decide, type Judgement } from "./decide";

interface Slot {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly string[];
}

const SLOTS: readonly Slot[] = [
  { name: "factuality", label: "How surely", options: FACTUALITIES },
  { name: "modality", label: "In which colour it is put", options: MODALITIES },
  { name: "predicate", label: "Predicate", options: PREDICATES },
  { name: "subject", label: "Subject: a party's name or id" },
  { name: "object", label: "Object: a party's name or id" },
  { name: "time", label: "Time, as EDTF: 2023-04, 2021/.." },
  { name: "place", label: "Place: a name or code that a document has" },
];

interface Props {
  readonly claim: ClaimTold;
  readonly close: () => void;
  readonly done?: (made: Judgement) => void;
}

export function Edit({ claim, close, done }: Props) {
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const now = nowOf(claim);
  return (
    <Decide
      decision={{ about: claim.id, verdict: "edit", changes, seen: claim.judgement?.id ?? null }}
      says={claim.says}
      close={close}
      {...(done && { done })}
      isReady={Object.keys(changes).length > 0}
      fields={() =>
        SLOTS.map(({ name, label, options }) => (
          <label key={name}>
            {label}
            {options ? (
              <select value={changes[name] ?? now[name] ?? ""} onChange={(event) => put(name, event.target.value)}>
                {options.map((one) => (
                  <option key={one} value={one}>
                    {FACTUALITY[one] ? `${one}: ${FACTUALITY[one]}` : one.replaceAll("_", " ")}
                  </option>
                ))}
              </select>
            ) : (
              <input value={changes[name] ?? now[name] ?? ""} onChange={(event) => put(name, event.target.value)} dir="auto" />
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
    modality: claim.modality,
    predicate: claim.predicate,
    subject: party("subject"),
    object: party("object"),
    time: claim.time ?? "",
    place: claim.place?.code ?? claim.place?.name ?? "",
  };
}
