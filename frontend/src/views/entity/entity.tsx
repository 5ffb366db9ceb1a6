/** One party, place or thing: its names, how it stands to the lists and why, its ties, what is alleged and denied. */
import { useAnswer } from "../../api/answer";
import type { EntityWhole } from "../../api/shapes";
import { Head } from "../../parts/head";
import { useKeys } from "../../parts/keys";
import { Link } from "../../parts/link";
import { Tabs } from "../../parts/tabs";
import { Answer } from "../../parts/waiting";
import { address, ask } from "../../route";
import { Allegations } from "./allegations";
import { Hearings } from "./hearings";
import { Listing } from "./listing";
import { Names } from "./names";
import { Places, Says, Ties } from "./parts";
import { Times } from "./times";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Entity({ id, query }: Props) {
  const entity = useAnswer("/api/v1/entities/{entity_id}", { entity_id: id });
  return (
    <Answer of={entity} isWhole>
      {(whole) => <Whole whole={whole} tab={query.get("tab")} />}
    </Answer>
  );
}

function Whole({ whole, tab }: { readonly whole: EntityWhole; readonly tab: string | null }) {
  const { entity, more } = whole;
  const about = { about: entity.id };
  const count = (name: string, shown: number) => `(${shown + (more[name] ?? 0)})`;
  const isPlace = entity.type === "Place";
  const tabs = [
    { key: "allegations", title: `Said of it ${count("allegations", whole.allegations.length)}`, show: () => <Allegations whole={whole} /> },
    { key: "ties", title: `Ties ${count("ties", whole.ties.length)}`, show: () => <Ties whole={whole} /> },
    { key: "listing", title: "Lists", show: () => <Listing whole={whole} /> },
    { key: "times", title: "When", show: () => <Times entity={entity.id} /> },
    { key: "places", title: `Where ${count("places", whole.places.length)}`, show: () => <Places whole={whole} /> },
    { key: "says", title: `What it says ${count("says", whole.says.length)}`, show: () => <Says whole={whole} /> },
    { key: "fairness", title: "Fairness file", show: () => <Hearings whole={whole} /> },
    { key: "names", title: `Names (${entity.names.length})`, show: () => <Names whole={whole} /> },
  ].filter(({ key }) => !isPlace || !["listing", "fairness", "says"].includes(key));
  const at = Math.max(tabs.findIndex(({ key }) => key === tab), 0);
  const step = (by: number) => ask({ tab: tabs[(at + by + tabs.length) % tabs.length]?.key ?? null });
  useKeys({
    "]": { does: "next tab", act: () => step(1) },
    "[": { does: "tab before", act: () => step(-1) },
  });
  const others = entity.names.filter((name) => name !== entity.name);
  return (
    <>
      <Head
        title={entity.standing ? `${entity.name} (${entity.standing})` : entity.name}
        lead={`${entity.type.replace(/(?!^)([A-Z])/g, " $1").toLowerCase()} · ${entity.claims} claims in ${entity.documents} documents · ${entity.roots} independent ${entity.roots === 1 ? "source" : "sources"}`}
        json={`/entities/${entity.id}`}
        csv={`/findings.csv?entity=${entity.id}`}
      >
        <Link className="button" to={address(["network"], about)}>
          Network
        </Link>
        <Link className="button" to={address(["map"], about)}>
          Map
        </Link>
        <Link className="button" to={address(["timeline"], about)}>
          Timeline
        </Link>
        <Link className="button" to={address(["brief"], { entity: entity.id })}>
          Brief
        </Link>
      </Head>
      {others.length > 0 && (
        <p>
          Also called{" "}
          {others.slice(0, 8).map((name, place) => (
            <span key={name}>
              {place > 0 && " · "}
              <bdi>{name}</bdi>
            </span>
          ))}
          {others.length > 8 && <button type="button" onClick={() => ask({ tab: "names" })}>and {others.length - 8} more</button>}
        </p>
      )}
      <Tabs at={tab} tabs={tabs} />
    </>
  );
}
