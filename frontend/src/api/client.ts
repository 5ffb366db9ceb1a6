/** Asks the server of this machine; nothing else is ever asked. */

/** RFC 9457: what went wrong, where, and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly told: Readonly<Record<string, unknown>>;

  constructor(status: number, title: string, detail: string, told: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.status = status;
    this.title = title;
    this.told = told;
  }
}

export const API = "/api/v1";
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await send(path, { ...(signal ? { signal } : {}) })).json()) as T;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return sent<T>("POST", path, body);
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return sent<T>("PUT", path, body);
}

async function sent<T>(method: string, path: string, body: unknown): Promise<T> {
  const asked = { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  const answer = await send(path, asked);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

export async function send(path: string, asked: RequestInit): Promise<Response> {
  const headers = new Headers(asked.headers);
  headers.set("Accept", headers.get("Accept") ?? "application/json");
  const answer = await answered(API + path, { ...asked, headers });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

async function answered(address: string, asked: RequestInit): Promise<Response> {
  try {
    return await fetch(address, asked);
  } catch (bad) {
    if (bad instanceof DOMException && bad.name === "AbortError") throw bad;
    throw new Problem(0, "No answer", "The server does not answer: is `sayso serve` still running?");
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    const told = (await answer.json()) as Record<string, unknown>;
    const title = typeof told["title"] === "string" ? told["title"] : answer.statusText;
    const detail = typeof told["detail"] === "string" ? told["detail"] : title;
    return new Problem(answer.status, title, detail, told);
  } catch {
    return new Problem(answer.status, answer.statusText, `The server answered ${answer.status}.`);
  }
}
