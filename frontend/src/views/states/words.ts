/** How what is known of the states is put in words: the same as in the terminal. */
import type { Looks } from "../../parts/status";

export const LOOKS: Looks = {
  automatic: { sign: "⚙", word: "automatic", tone: "said" },
  within_24h_proven: { sign: "✓✓", word: "within 24 h, proven", tone: "said" },
  within_24h_possible: { sign: "✓", word: "within 24 h, possible", tone: "said" },
  undated: { sign: "✓?", word: "carried out, when unknown", tone: "said" },
  late: { sign: "◷", word: "late", tone: "both" },
  missing: { sign: "∅", word: "missing", tone: "denied" },
  not_yet_due: { sign: "…", word: "not yet due", tone: "unclear" },
  to_confirm: { sign: "≟", word: "unknown, to be confirmed", tone: "unclear" },
  unknown: { sign: "?", word: "unknown", tone: "unclear" },
};

/** Of who is no Member State of the United Nations, nor a union of them. */
export const OUTSIDE = "not a Member State";
export const OUTSIDE_MEANS =
  "Not a Member State: the Charter addresses its obligations to Members, so that nothing is counted as due or missing here; what is held is shown.";

/** Shorter words for the cells of the matrix; its legend has the long ones. */
export const SHORT: Looks = {
  ...LOOKS,
  within_24h_proven: { sign: "✓✓", word: "≤ 24 h", tone: "said" },
  within_24h_possible: { sign: "✓", word: "≤ 24 h?", tone: "said" },
  undated: { sign: "✓?", word: "undated", tone: "said" },
  to_confirm: { sign: "≟", word: "to confirm", tone: "unclear" },
};

/** What each status rests on. */
export const MEANS: Readonly<Record<string, string>> = {
  automatic: "the state's law refers to the UN list itself",
  within_24h_proven: "even the longest lag that the dates allow is at most 24 hours",
  within_24h_possible: "the dates allow a lag of 24 hours or less, and a longer one",
  undated: "what is held shows that it is carried out, and not since when",
  late: "even the shortest lag that the dates allow is 24 hours or more",
  missing: "a document says that it is not carried out",
  not_yet_due: "the UN listing does not bind yet",
  to_confirm: "only a name ties the two entries; it counts for nothing until a person judges",
  unknown: "nothing held shows it; that is not non-compliance",
};

export const MEASURES = ["assets_freeze", "travel_ban", "arms_embargo"] as const;

/** Write of when the last evidence is, and how many claims in documents there are. */
export function evidence(line: { readonly last_evidence: string | null; readonly claims: readonly string[] }): string {
  const claims = line.claims.length > 0 ? `; ${counted(line.claims.length, "claim")}` : "";
  return `${line.last_evidence ?? "none dated"}${claims}`;
}

interface Standing {
  readonly status: string;
  readonly undated: boolean;
  readonly to_be_confirmed: boolean;
}

/** Give the key of how a cell stands: what is done and undated, or waits for a person, says so. */
export function standingOf(cell: Standing): string {
  if (cell.undated) return "undated";
  return cell.to_be_confirmed ? "to_confirm" : cell.status;
}

const MOST_HOURS = 72;

/** Write an interval of hours, in days where it is long: "2.8 to 4.8 days", "−5 to 43 h". */
export function hours(lag: readonly [number, number] | null | undefined): string {
  if (lag === null || lag === undefined) return "not known";
  const [unit, divisor] = Math.max(...lag.map(Math.abs)) <= MOST_HOURS ? ["h", 1] : ["days", 24];
  const [least, most] = lag.map((end) => figure(end / divisor));
  return least === most ? `${least} ${unit}` : `${least} to ${most} ${unit}`;
}

/** Give a figure to one place, a tie to the even one, as the terminal does. */
function figure(number: number): string {
  const tenths = Math.round(number * 10);
  const isTie = Math.abs((number * 10) % 1) === 0.5;
  const rounded = (isTie && tenths % 2 !== 0 ? tenths - 1 : tenths) / 10 + 0;
  return rounded.toLocaleString("en", { maximumFractionDigits: 1 }).replace("-", "−");
}

/** Write the name of a measure, kind or field: "assets freeze". */
export function plain(name: string): string {
  return name.replaceAll("_", " ").replace("fatf", "FATF");
}

/** Fields whose values are words of ours, with underscores. */
const CHOICES = new Set(["measures", "event", "assessment", "follow_up"]);

/** Write the value of a field: of a closed choice in words, of any other as it stands. */
export function valueOf(name: string, value: string): string {
  return CHOICES.has(name) ? plain(value.replaceAll(";", ", ")) : value;
}

/** Write a number of things: "1 gap", "2,139 gaps", "3 entries". */
export function counted(count: number, noun: string): string {
  const many = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count.toLocaleString("en")} ${count === 1 ? noun : many}`;
}
