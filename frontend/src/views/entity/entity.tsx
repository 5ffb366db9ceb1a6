/** One party, place or thing: its names, how it stands to the lists and why, its ties, what is alleged and denied. */
import { useAnswer } from "../../api/answer";
import type { EntityWhole } from "../../api/shapes";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Named } from "../../parts/named";
import { Status } from "../../parts/status";
import { Tabs } from "../../parts/tabs";
import { Answer, Empty } from "../../parts/waiting";
import { address } from "../../route";
import { Allegations } from "./allegations";
import { Listing } from "./listing";

interface Props {
  readonly id: string;
  readonly query: URLSearchParams;
}

export function Entity({ id, query }: Props) {
  const entity = useAnswer("/api/v1/entities/{entity_id}", { entity_id: id });
  return <Answer of={entity} isWhole>{(whole) => <Whole whole={whole} tab={query.get("tab")} />}</Answer>;
}

function Whole({ whole, tab }: { readonly whole: EntityWhole; readonly tab: string | null }) {
  const { entity } = whole;
  const about = { about: entity.id };
  return (
    <>
      <Head
        title={entity.standing ? `${entity.name} (${entity.standing})` : entity.name}
        lead={`${entity.type} · ${entity.claims} claims in ${entity.documents} documents · ${entity.roots} independent sources`}
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
      <p>
        Also: <bdi>{entity.names.filter((name) => name !== entity.name).join(" · ") || "no other name"}</bdi>
      </p>
      <Tabs
        at={tab}
        tabs={[
          { key: "allegations", title: `Said of it (${whole.allegations.length})`, show: () => <Allegations whole={whole} /> },
          { key: "ties", title: `Ties (${whole.ties.length})`, show: () => <Ties whole={whole} /> },
          { key: "listing", title: "Lists", show: () => <Listing whole={whole} /> },
          { key: "places", title: `Places (${whole.places.length})`, show: () => <Places whole={whole} /> },
          { key: "says", title: `What it says (${whole.says.length})`, show: () => <Says whole={whole} /> },
        ]}
      />
    </>
  );
}

function Ties({ whole }: { readonly whole: EntityWhole }) {
  if (whole.ties.length === 0) return <Empty>No tie is read surely enough to be shown.</Empty>;
  return (
    <ul className="plain">
      {whole.ties.map((tie) => (
        <li key={tie.id} className="card">
          <Status of={tie.status} /> <Named party={tie.subject} /> <em>{tie.predicate.replaceAll("_", " ")}</em>{" "}
          <Named party={tie.object} />
          <p className="from" dir="auto">
            <Link to={address(["findings", tie.id])}>{tie.says}</Link>
            {(tie.start ?? tie.end) && ` · ${tie.start ?? "…"} – ${tie.end ?? "…"}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Places({ whole }: { readonly whole: EntityWhole }) {
  if (whole.places.length === 0) return <Empty>No place is told.</Empty>;
  return (
    <ul>
      {whole.places.map((place) => (
        <li key={`${place.code}${place.name}`}>
          <Link to={address(["findings"], { entity: whole.entity.id, place: place.code ?? place.name })}>
            <bdi>{place.name}</bdi>
          </Link>{" "}
          {place.code && `(${place.code})`}: {place.claims} {place.claims === 1 ? "claim" : "claims"}
        </li>
      ))}
    </ul>
  );
}

function Says({ whole }: { readonly whole: EntityWhole }) {
  if (whole.says.length === 0) return <Empty>No word of its own is held.</Empty>;
  return (
    <ul>
      {whole.says.map((claim) => (
        <li key={claim.id} dir="auto">
          <Link to={address(["documents", claim.document.id], { claim: claim.id })}>{claim.says}</Link>
        </li>
      ))}
    </ul>
  );
}
