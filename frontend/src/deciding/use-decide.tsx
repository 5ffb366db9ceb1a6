/** Lets a view ask for one decision at a time. */
import { useState, type ReactNode } from "react";
import { Decide, type Decision } from "./decide";

interface Asked {
  readonly decision: Decision;
  readonly says: string;
  readonly done?: () => void;
}

/** Give what opens the dialog of a decision, and the dialog itself while it is open. */
export function useDecide(): readonly [(asked: Asked) => void, ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const dialog = asked && <Decide {...asked} close={() => setAsked(null)} />;
  return [setAsked, dialog];
}
