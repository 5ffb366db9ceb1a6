/** Findings by their ids, as an outline tells them. */
import { useCallback, useRef } from "react";
import { post } from "../../api/client";
import type { OutlineTold, RestsOn } from "./outline";

/** Give what asks for findings and hands them on; the server says what each says, and on which words. */
export function useFound(take: (found: readonly RestsOn[]) => void): (ids: readonly string[]) => Promise<void> {
  const taking = useRef(take);
  taking.current = take;
  return useCallback(async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const told = await post<OutlineTold>("/outlines/read", { text: `## Picked\n\n${ids.join("\n")}\n` });
    taking.current(told.sections.flatMap((section) => section.paragraphs.flatMap((lines) => lines.flatMap((line) => line.rests_on))));
  }, []);
}
