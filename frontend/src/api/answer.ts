/** Typed questions: the path as the description has it, its parts, and what it answers. */
import type { paths } from "./schema";
import { API } from "./client";
import { useResource, type Resource } from "./resource";
import { searchOf, type Query } from "../route";

type Ours = Extract<keyof paths, `${typeof API}/${string}`>;

/** What GET on a path answers. */
export type AnswerTo<P extends Ours> = paths[P] extends {
  readonly get: { readonly responses: { readonly 200: { readonly content: { readonly "application/json": infer Body } } } };
}
  ? Body
  : never;

type Given = Readonly<Record<string, string | number>>;

/** Fill the parts of a path and add its query: "/api/v1/claims/{claim_id}" → "/claims/c-1". */
export function pathOf(template: Ours, parts: Given = {}, query: Query = {}): string {
  const filled = template.slice(API.length).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ""));
  const asked = searchOf(query);
  return asked ? `${filled}?${asked}` : filled;
}

/** Ask one of our paths; null as its parts asks nothing. */
export function useAnswer<P extends Ours>(template: P, parts: Given | null = {}, query: Query = {}): Resource<AnswerTo<P>> {
  return useResource<AnswerTo<P>>(parts === null ? null : pathOf(template, parts, query));
}
