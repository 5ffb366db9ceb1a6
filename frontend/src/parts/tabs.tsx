/** Tabs; the address keeps which one is open. */
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { ask } from "../route";

export interface Tab {
  readonly key: string;
  readonly title: string;
  readonly show: () => ReactNode;
}

interface Props {
  readonly at: string | null;
  readonly tabs: readonly Tab[];
}

export function Tabs({ at, tabs }: Props) {
  const name = useId();
  const shown = tabs.find((tab) => tab.key === at) ?? tabs[0];
  if (shown === undefined) return null;
  function step(event: KeyboardEvent, place: number): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[(place + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    ask({ tab: next.key, offset: null });
    document.getElementById(`${name}-${next.key}`)?.focus();
  }
  return (
    <>
      <div role="tablist">
        {tabs.map((tab, place) => (
          <button
            key={tab.key}
            id={`${name}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={`${name}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => ask({ tab: tab.key, offset: null })}
            onKeyDown={(event) => step(event, place)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div id={`${name}-panel`} role="tabpanel" aria-labelledby={`${name}-${shown.key}`} tabIndex={0}>
        {shown.show()}
      </div>
    </>
  );
}
