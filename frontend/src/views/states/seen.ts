/** From when the states are seen: the address keeps it, and every link within the view carries it along. */
import { address, useRoute, type Query } from "../../route";

export interface Seen {
  /** What to ask the server with. */
  readonly times: { readonly as_of: string | null; readonly valid_on: string | null };
  /** Give the address of a page of the view, seen from the same time. */
  readonly to: (parts: readonly string[], query?: Query) => string;
}

export function useSeen(): Seen {
  const { query } = useRoute();
  const times = { as_of: query.get("as_of"), valid_on: query.get("valid_on") };
  return { times, to: (parts, asked = {}) => address(["states", ...parts], { ...times, ...asked }) };
}
