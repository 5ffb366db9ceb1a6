/** The views, each loaded when it is first opened. */
import { lazy, type ComponentType } from "react";

export interface ViewProps {
  /** What follows the view's name in the path. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

export interface ViewEntry {
  readonly title: string;
  /** Where it stands in the rail; null: it is reached from others. */
  readonly group: "Look" | "Check" | "Work" | null;
  /** The second key after `g`; "" for none. */
  readonly key: string;
  readonly view: ComponentType<ViewProps>;
  /** Which of the project's counts stands beside it, and what it is the number of: what the view shows at first. */
  readonly count?: { readonly of: "documents" | "entities" | "findings" | "hypotheses" | "waiting"; readonly says: string };
}

type Module = Promise<{ readonly default: ComponentType<ViewProps> }>;
const view = (load: () => Module) => lazy(load);

/** By the first part of the path. */
export const VIEWS: Readonly<Record<string, ViewEntry>> = {
  "": { title: "Home", group: "Look", key: "h", view: view(() => import("./home/home")) },
  documents: { title: "Documents", group: "Look", key: "d", count: { of: "documents", says: "held" }, view: view(() => import("./reading/documents")) },
  entities: { title: "Parties and places", group: "Look", key: "e", count: { of: "entities", says: "spoken of" }, view: view(() => import("./entity/entities")) },
  claims: { title: "Claim", group: null, key: "", view: view(() => import("./claim/claim")) },
  findings: { title: "Findings", group: "Look", key: "f", count: { of: "findings", says: "without those that wait in review" }, view: view(() => import("./findings/findings")) },
  network: { title: "Network", group: "Look", key: "n", view: view(() => import("./network/network")) },
  map: { title: "Map", group: "Look", key: "m", view: view(() => import("./map/map")) },
  timeline: { title: "Timeline", group: "Look", key: "t", view: view(() => import("./timeline/timeline")) },
  contradictions: { title: "Contradictions", group: "Check", key: "c", view: view(() => import("./contradictions/contradictions")) },
  compare: { title: "Compare", group: "Check", key: "p", view: view(() => import("./compare/compare")) },
  hypotheses: { title: "Hypotheses", group: "Check", key: "y", count: { of: "hypotheses", says: "questions" }, view: view(() => import("./hypotheses/hypotheses")) },
  screening: { title: "Screening", group: "Check", key: "s", view: view(() => import("./screening/screening")) },
  lists: { title: "Lists", group: "Check", key: "i", view: view(() => import("./lists/lists")) },
  states: { title: "States", group: "Check", key: "z", view: view(() => import("./states/states")) },
  review: { title: "Review", group: "Work", key: "r", count: { of: "waiting", says: "wait for a decision" }, view: view(() => import("./review/review")) },
  log: { title: "Log", group: "Work", key: "l", view: view(() => import("./log/log")) },
  brief: { title: "Brief", group: "Work", key: "b", view: view(() => import("./brief/brief")) },
  export: { title: "Export", group: "Work", key: "x", view: view(() => import("./export/export")) },
  add: { title: "Add", group: "Work", key: "a", view: view(() => import("./add/add")) },
  settings: { title: "Settings", group: "Work", key: ",", view: view(() => import("./settings/settings")) },
};
