/** Names for the shapes that the server's description (openapi.json) gives. */
import type { components } from "./schema";

type Shapes = components["schemas"];

/** A page of a long list. */
export interface Page<Row> {
  readonly results: readonly Row[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
}

export type { Shapes };
