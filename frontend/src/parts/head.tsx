/** The head of a view: its name, what it is, and its tools: as CSV, as JSON, cite, copy the address. */
import { useEffect, useState, type ReactNode } from "react";
import { API } from "../api/client";
import { searchOf, type Query } from "../route";

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The path of the view's list under the API ("/findings"), for its twins as CSV and JSON. */
  readonly path?: string;
  readonly query?: Query;
  /** Other files that the list can be had as: "gexf". */
  readonly files?: readonly string[];
  /** Paths under the API of what is shown where it is no list: its rows as CSV, all of it as JSON. */
  readonly csv?: string;
  readonly json?: string;
  /** What "cite this" copies; the address and the date are added. */
  readonly cite?: string;
  readonly children?: ReactNode;
}

export function Head({ title, lead, path, query, files = [], csv, json, cite, children }: Props) {
  const asCsv = csv ?? (path && twinOf(path, "csv", query));
  const asJson = json ?? (path && twinOf(path, "json", query));
  useEffect(() => {
    document.title = `${title} · Sayso`;
  }, [title]);
  return (
    <>
      <header className="head">
        <h1 tabIndex={-1}>{title}</h1>
        <div className="tools" role="group" aria-label="Tools of this view">
          {children}
          {asCsv && (
            <a className="button" href={API + asCsv} download>
              CSV
            </a>
          )}
          {asJson && (
            <a className="button" href={API + asJson} download={json && "sayso.json"}>
              JSON
            </a>
          )}
          {path !== undefined &&
            files.map((form) => (
              <a key={form} className="button" href={API + twinOf(path, form, query)} download>
                {form.toUpperCase()}
              </a>
            ))}
          <Copy what={() => cited(cite ?? title)} label="Cite this" />
          <Copy what={() => location.href} label="Copy link" />
        </div>
      </header>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </>
  );
}

/** Give the path of a list as a file: "/findings", { status: "denied" } → "/findings.csv?status=denied". */
function twinOf(path: string, suffix: string, query: Query = {}): string {
  const asked = searchOf(query);
  return `${path}.${suffix}${asked ? `?${asked}` : ""}`;
}

export function cited(what: string): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${what}. Sayso, ${location.href} (seen ${day}).`;
}

function Copy({ what, label }: { readonly what: () => string; readonly label: string }) {
  const [isDone, setDone] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(what());
    setDone(true);
    setTimeout(() => setDone(false), 1_500);
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {isDone ? "Copied" : label}
    </button>
  );
}
