/** The map: what is said of each province, by colour, hatch and number; where it is not sure, it says so. */
import { useState } from "react";
import { useAnswer, type AnswerTo } from "../../api/answer";
import { useLast } from "../../api/resource";
import { About } from "../../parts/about";
import { Filter } from "../../parts/filter";
import { Head } from "../../parts/head";
import { Link } from "../../parts/link";
import { Status } from "../../parts/status";
import { Table } from "../../parts/table";
import { Answer, Empty } from "../../parts/waiting";
import { address, ask } from "../../route";
import { withoutStatus } from "../findings/findings";
import type { ViewProps } from "..";
import { MapLegend, Provinces, nameOf } from "./provinces";
import "./map.css";

export type MapTold = AnswerTo<"/api/v1/map">;
export type Region = MapTold["provinces"][number];

export default function Map({ query }: ViewProps) {
  const asked = {
    about: query.get("about"),
    status: query.get("status"),
    since: query.get("since"),
    until: query.get("until"),
    unsure: query.get("unsure"),
  };
  const map = useLast(useAnswer("/api/v1/map", {}, asked));
  return (
    <>
      <Head
        title="Map"
        lead="Where things are said to be or to have been: as a province, no finer. A shade counts what is said, not what is there."
        path="/map"
        query={asked}
        cite={map.data ? `Map of what is said to be where: ${totalOf(map.data)} findings, each on the word of those who say so` : "Map"}
      />
      <div className="filters">
        <About />
        <Filter name="status" label="Status" options={["contested", "denied", "corroborated", "asserted", "hedged", "unclear"]} />
        <Filter name="since" label="Since" type="date" />
        <Filter name="until" label="Until" type="date" />
        <Filter name="unsure" label="Read unsurely" options={["true"]} any="left out" />
      </div>
      <Answer of={map}>{(told) => <Shown told={told} country={query.get("country")} at={query.get("province")} />}</Answer>
    </>
  );
}

interface ShownProps {
  readonly told: MapTold;
  readonly country: string | null;
  readonly at: string | null;
}

function Shown({ told, country, at }: ShownProps) {
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  const countries = countriesOf(told);
  const shown = country ?? countries[0]?.code ?? null;
  if (shown === null) {
    return (
      <Empty>
        No finding with a place is like that; {told.without_place} have none
        {told.waiting > 0 && `; ${told.waiting} wait in review`}.
      </Empty>
    );
  }
  const own = told.provinces.filter((one) => one.country === shown);
  const chosen = own.find((one) => one.code === at);
  return (
    <>
      <div className="tools" role="group" aria-label="Country">
        {countries.map((one) => (
          <button key={one.code} type="button" aria-pressed={one.code === shown} onClick={() => ask({ country: one.code, province: null })}>
            {one.name} {one.total}
          </button>
        ))}
      </div>
      <div className="atlas">
        <figure>
          <Provinces country={shown} regions={own} at={at} onDrawn={setDrawn} />
          <figcaption>
            <MapLegend />
            <p className="from">{told.disclaimer}</p>
          </figcaption>
        </figure>
        <aside className="card" aria-label="The province that is chosen" aria-live="polite" tabIndex={0}>
          {chosen === undefined ? <Whole told={told} country={shown} /> : <Province region={chosen} />}
          <Rest told={told} undrawn={own.filter((one) => drawn.length > 0 && !drawn.includes(one.code))} />
        </aside>
      </div>
      <Table
        caption="The same as a table"
        rows={told.provinces}
        keyOf={(one) => one.code}
        columns={[
          { name: "Province", cell: (one) => <bdi>{one.name}</bdi> },
          { name: "Code", cell: (one) => one.code },
          { name: "Findings", isNumber: true, cell: (one) => one.total },
          { name: "Place not sure", isNumber: true, cell: (one) => one.uncertain },
          {
            name: "Statuses",
            cell: (one) =>
              Object.entries(one.statuses).map(([status, count]) => (
                <span key={status}>
                  {count} <Status of={status} />{" "}
                </span>
              )),
          },
        ]}
      />
    </>
  );
}

/** Before a province is chosen: what is told of the country alone, and shades none of its provinces. */
function Whole({ told, country }: { readonly told: MapTold; readonly country: string }) {
  const whole = told.countries.find((one) => one.code === country);
  return (
    <>
      <p className="lead">Choose a province.</p>
      {whole && (
        <>
          <p>{whole.total === 1 ? "One finding is" : `${whole.total} findings are`} told of the country alone:</p>
          <Province region={whole} />
        </>
      )}
    </>
  );
}

function Province({ region }: { readonly region: Region }) {
  return (
    <>
      <h2>
        <bdi>{region.name}</bdi> ({region.code})
      </h2>
      <ul className="plain">
        {region.findings.map((finding) => (
          <li key={finding.id}>
            <Status of={finding.status} />{" "}
            <Link to={address(["findings", finding.id])}>
              <span dir="auto">{withoutStatus(finding.says)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {region.total > region.findings.length && <p className="from">and {region.total - region.findings.length} more: the CSV has all</p>}
    </>
  );
}

interface RestProps {
  readonly told: MapTold;
  readonly undrawn: readonly Region[];
}

/** What the map cannot show. */
function Rest({ told, undrawn }: RestProps) {
  const unplaced = Object.entries(told.unplaced);
  const shown = unplaced.slice(0, 6).map(([name, count]) => `${name} (${count})`);
  return (
    <ul className="from rest">
      {undrawn.length > 0 && <li>without a shape here: {undrawn.map((one) => one.name).join(", ")}</li>}
      {unplaced.length > 0 && (
        <li>
          at places that are not on the map: <bdi>{shown.join(", ")}</bdi>
          {unplaced.length > shown.length && ` and ${unplaced.length - shown.length} more`}
        </li>
      )}
      {told.without_place > 0 && <li>{told.without_place} have no place</li>}
      {told.waiting > 0 && <li>{told.waiting} wait in review</li>}
    </ul>
  );
}

function countriesOf(told: MapTold) {
  const names = new globalThis.Map(told.countries.map((one) => [one.code, one.name]));
  const totals = new globalThis.Map<string, number>();
  for (const { country, total } of [...told.provinces, ...told.countries]) totals.set(country, (totals.get(country) ?? 0) + total);
  return [...totals]
    .map(([code, total]) => ({ code, total, name: calledOf(code, names.get(code)) }))
    .sort((a, b) => b.total - a.total);
}

/** Give the name that documents give a country, else its usual one. */
function calledOf(code: string, named: string | undefined): string {
  return named === undefined || named === code ? nameOf(code) : named;
}

function totalOf(told: MapTold): number {
  return [...told.provinces, ...told.countries].reduce((sum, region) => sum + region.total, 0);
}
