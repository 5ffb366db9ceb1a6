/** Names for the shapes that the server's description (openapi.json) gives. */
import type { components } from "./schema";

export type Shapes = components["schemas"];

export type ClaimTold = Shapes["ClaimTold"];
export type ClaimWhole = Shapes["ClaimWhole"];
export type DocumentTold = Shapes["DocumentTold"];
export type DocumentWhole = Shapes["DocumentWhole"];
export type EntityTold = Shapes["EntityTold"];
export type EntityWhole = Shapes["EntityWhole"];
export type EvidenceTold = Shapes["EvidenceTold"];
export type FindingTold = Shapes["FindingTold"];
export type FindingWhole = Shapes["FindingWhole"];
export type ProjectTold = Shapes["ProjectTold"];
export type SessionTold = Shapes["SessionTold"];
export type TieTold = Shapes["TieTold"];
