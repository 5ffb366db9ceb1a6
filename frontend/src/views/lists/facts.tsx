/** The fields of an entry, as its list gives them; what is empty is left out. */
import type { ReactNode } from "react";

interface Interval {
  readonly surface: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly note?: string | null;
}

type Parts = Readonly<Record<string, string | null>>;

/** The JSON of a list entry, as `sayso lists show --json` has it. */
export interface Entry {
  readonly name: string;
  readonly reference: string;
  readonly schema: string;
  readonly names: readonly { readonly text: string; readonly kind: string; readonly quality: string | null }[];
  readonly births: readonly Interval[];
  readonly birth_places: readonly Parts[];
  readonly documents: readonly Parts[];
  readonly addresses: readonly Parts[];
  readonly nationalities: readonly string[];
  readonly titles: readonly string[];
  readonly designations: readonly string[];
  readonly regimes: readonly string[];
  readonly measures: readonly string[];
  readonly listed_on: string | null;
  readonly amended_on: readonly string[];
  readonly remarks: string | null;
  readonly reviews: readonly string[];
  readonly questions: readonly string[];
}

export function Facts({ of: entry }: { readonly of: Entry }) {
  const rows: readonly (readonly [string, ReactNode[]])[] = [
    ["Kind", [entry.schema]],
    ["Names", entry.names.map((name) => `${name.text}${name.kind === "primary" ? "" : ` (${name.kind}${name.quality ? `, ${name.quality}` : ""})`}`)],
    ["Born", entry.births.map((birth) => `${birth.surface || `${birth.start ?? "…"} – ${birth.end ?? "…"}`}${birth.note ? ` (${birth.note})` : ""}`)],
    ["Born at", entry.birth_places.map(inOne)],
    ["Nationality", [...entry.nationalities]],
    ["Papers", entry.documents.map(inOne)],
    ["Addresses", entry.addresses.map(inOne)],
    ["Titles", [...entry.titles]],
    ["Designations", [...entry.designations]],
    ["Regime", [...entry.regimes]],
    ["Measures", entry.measures.map((measure) => measure.replaceAll("_", " "))],
    ["Listed on", entry.listed_on ? [entry.listed_on] : []],
    ["Amended on", [...entry.amended_on]],
    ["Remarks", entry.remarks ? [entry.remarks] : []],
    ["To look at", [...entry.questions]],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>
              {values.map((value, place) => (
                <div key={place} dir="auto">
                  {value}
                </div>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function inOne(parts: Parts): string {
  return Object.values(parts).filter(Boolean).join(", ");
}
