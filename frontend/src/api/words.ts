/** The closed sets of words, as the server's description has them: one that is missing here does not compile. */
import type { paths } from "./schema";
import type { ClaimTold, DocumentTold, EntityTold, FindingTold, Shapes } from "./shapes";

function all<Word extends string>(words: Readonly<Record<Word, 0>>): readonly Word[] {
  return Object.keys(words) as Word[];
}

type Asked<P extends keyof paths> = paths[P] extends { readonly get: { readonly parameters: { readonly query?: infer Query } } } ? NonNullable<Query> : never;
type One<Word> = Word extends readonly (infer Each)[] ? Each & string : Word & string;

export const PREDICATES = all<ClaimTold["predicate"]>({
  tied_to: 0,
  allied_with: 0,
  embedded_in: 0,
  branch_of: 0,
  splinter_of: 0,
  alias_of: 0,
  front_for: 0,
  leads: 0,
  member_of: 0,
  joined: 0,
  spokesperson_for: 0,
  supports: 0,
  opposes: 0,
  operates: 0,
  located_in: 0,
  controls: 0,
  seeks: 0,
  acquired: 0,
  holds: 0,
  uses: 0,
  near: 0,
  oversees: 0,
  authored: 0,
  listed_by: 0,
  owns: 0,
  related_to: 0,
  attack: 0,
  killing: 0,
  arrest: 0,
  abduction: 0,
  seizure: 0,
  establishment: 0,
  growth: 0,
  plan: 0,
  transfer: 0,
  campaign: 0,
  disclosure: 0,
  accusation: 0,
  charge: 0,
  report: 0,
  approval: 0,
  designation: 0,
  other: 0,
});

export const MODALITIES = all<ClaimTold["modality"]>({
  asserted: 0,
  denied: 0,
  presupposed: 0,
  possible: 0,
  purported: 0,
  suspected: 0,
  concern: 0,
  intended: 0,
  aspired: 0,
  attempted: 0,
  unknown: 0,
});

export const FACTUALITIES = all<ClaimTold["factuality"]>({ "CT+": 0, "PR+": 0, "PS+": 0, "CT-": 0, "PR-": 0, "PS-": 0, CTu: 0, Uu: 0 });

export const STATUSES = all<FindingTold["status"]>({
  contested: 0,
  denied: 0,
  disputed_by_third_party: 0,
  corroborated: 0,
  asserted: 0,
  hedged: 0,
  unclear: 0,
  secondary_only: 0,
  primary_differs: 0,
  retracted: 0,
  superseded: 0,
});

/** List releases are documents too; Lists has them. */
export const DOCUMENT_KINDS = all<Exclude<DocumentTold["kind"], "list_release">>({ report: 0, press: 0, statement: 0, submission: 0 });

export const ENTITY_TYPES = all<EntityTold["type"]>({
  Person: 0,
  ArmedGroup: 0,
  Organisation: 0,
  PublicBody: 0,
  MediaOutlet: 0,
  Facility: 0,
  Place: 0,
  Document: 0,
  Group: 0,
  Material: 0,
  Capability: 0,
});

/** How an entity stands to the lists; "none": it is not listed. */
export const LISTINGS = all<One<NonNullable<Asked<"/api/v1/entities">["listing"]>>>({ listed: 0, possible: 0, regime_subject: 0, none: 0 });

export const ORDERS = all<One<NonNullable<Asked<"/api/v1/entities">["sort"]>>>({ claims: 0, roots: 0, name: 0 });

export type Rating = Shapes["Rating"];
