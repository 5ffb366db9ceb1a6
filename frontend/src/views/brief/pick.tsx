/** Picks findings by hand: from all, or those of one status, party or place. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { Dialog } from "../../parts/dialog";
import { Status } from "../../parts/status";
import { Answer } from "../../parts/waiting";

const STATUSES = ["contested", "denied", "corroborated", "asserted", "hedged", "unclear", "secondary_only", "primary_differs", "retracted"];
const PAGE = 30;

interface Props {
  readonly title: string;
  readonly picked: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
  readonly close: () => void;
}

export function PickFindings({ title, picked, choose, close }: Props) {
  const [ids, setIds] = useState(picked);
  const [filter, setFilter] = useState({ entity: "", place: "", status: "" });
  const [limit, setLimit] = useState(PAGE);
  const found = useAnswer("/api/v1/findings", {}, { ...filter, limit });
  const field = (name: "entity" | "place") => ({
    value: filter[name],
    onChange: (event: { readonly target: HTMLInputElement }) => setFilter({ ...filter, [name]: event.target.value }),
  });
  function toggle(id: string): void {
    setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  }
  return (
    <Dialog title={title} close={close}>
      <div className="filters">
        <label>
          Party
          <input type="search" {...field("entity")} />
        </label>
        <label>
          Place
          <input type="search" {...field("place")} />
        </label>
        <label>
          Status
          <select value={filter.status} onChange={(event) => setFilter({ ...filter, status: event.target.value })}>
            <option value="">any</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {status.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="picks" role="group" aria-label="Findings" tabIndex={0}>
        <Answer of={found}>
          {(page) => (
            <>
              {page.total === 0 && <p className="from">No finding is like that.</p>}
              {page.results.map((one) => (
                <label key={one.id} className="pick">
                  <input type="checkbox" checked={ids.includes(one.id)} onChange={() => toggle(one.id)} />
                  <span dir="auto">
                    <Status of={one.status} /> {one.says.replace(/^[a-z -]+: /, "")}
                  </span>
                </label>
              ))}
              {page.total > page.results.length && (
                <button type="button" onClick={() => setLimit(limit + PAGE)}>
                  More ({(page.total - page.results.length).toLocaleString("en")})
                </button>
              )}
            </>
          )}
        </Answer>
      </div>
      <div className="tools">
        <button
          type="button"
          className="main"
          onClick={() => {
            choose(ids);
            close();
          }}
        >
          Take these {ids.length}
        </button>
        {ids.length > 0 && (
          <button type="button" onClick={() => setIds([])}>
            None
          </button>
        )}
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
