/** Sends files one after another as one job; after a lost connection it goes on with the file that was not taken. */
import { Problem, send } from "../../api/client";
import type { JobTold } from "../../parts/job";
import type { Given } from "../../parts/drop";
import { searchOf, type Query } from "../../route";

/** How far it is, and why it stopped; `rest` are the files that were not taken in. */
export interface Sending {
  readonly sent: number;
  readonly total: number;
  readonly name: string | null;
  readonly rest: readonly Given[];
  readonly problem: Problem | null;
}

const WAITS = [1_000, 3_000, 8_000]; // milliseconds before it is tried again
const NO_ANSWER = 0;
const GONE = 404;

interface Asked {
  readonly files: readonly Given[];
  readonly hints: Query;
  /** The job that the first files went to, when it is gone on with. */
  readonly job: string | null;
  readonly begun: (job: string) => void;
  readonly told: (sending: Sending) => void;
}

export async function sendAll({ files, hints, job: first, begun, told }: Asked): Promise<void> {
  let job = first;
  for (const [place, given] of files.entries()) {
    const so = { sent: place, total: files.length, rest: files.slice(place) };
    told({ ...so, name: given.name, problem: null });
    try {
      const more = place < files.length - 1;
      const id: string = await sendOne(given, { ...hints, job, more });
      if (id !== job) begun(id);
      job = id;
    } catch (bad) {
      told({ ...so, name: null, problem: bad instanceof Problem ? bad : new Problem(0, "Not taken in", String(bad)) });
      return;
    }
  }
  told({ sent: files.length, total: files.length, name: null, rest: [], problem: null });
}

async function sendOne(given: Given, asked: Query): Promise<string> {
  for (const wait of [...WAITS, null]) {
    try {
      return await taken(given, asked);
    } catch (bad) {
      const status = bad instanceof Problem ? bad.status : NO_ANSWER; // an answer that was cut off is none
      if (wait === null) throw bad;
      if (status === GONE && asked["job"]) return taken(given, { ...asked, job: null }); // Sayso was begun anew
      if (status !== NO_ANSWER) throw bad;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  throw new Problem(NO_ANSWER, "No answer", "The server does not answer.");
}

async function taken(given: Given, asked: Query): Promise<string> {
  const headers = { "Content-Type": "application/octet-stream", "X-Filename": encodeURIComponent(given.name) };
  const answer = await send(`/documents?${searchOf(asked)}`, { method: "POST", body: given.file, headers });
  return ((await answer.json()) as JobTold).id;
}
