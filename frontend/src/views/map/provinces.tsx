/** The provinces of one country, drawn from shapes that come with the page. */
import { geoMercator, geoPath } from "d3-geo";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { lookOf } from "../../parts/status";
import { useWidth } from "../../parts/width";
import { ask } from "../../route";
import type { Region } from "./map";

const [WIDTH, HEIGHT] = [760, 520];

interface Area {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly middle: readonly [number, number];
  readonly room: number;
}

interface Props {
  readonly country: string;
  readonly regions: readonly Region[];
  readonly at: string | null;
  /** Told which provinces have a shape. */
  readonly onDrawn: (codes: readonly string[]) => void;
}

/** Each tone has a hatch of its own, so that it can be read without colour. */
const TURNS = { said: "rotate(0)", denied: "rotate(45)", both: "rotate(20)", unclear: "rotate(90)" };
const TONES = ["said", "denied", "both", "unclear"] as const;
/** Room that a name takes, in square pixels of the screen. */
const ROOM = 3_600;

export function Provinces({ country, regions, at, onDrawn }: Props) {
  const box = useRef<SVGSVGElement>(null);
  const width = useWidth(box) || WIDTH;
  const scale = Math.max(1, WIDTH / width); // words keep their size where the map is small
  const shapes = useShapes(country);
  const areas = useMemo(() => (shapes === null ? [] : areasOf(shapes)), [shapes]);
  useEffect(() => onDrawn(areas.map((area) => area.id)), [areas, onDrawn]);
  const told = new Map(regions.map((region) => [region.code, region]));
  const most = Math.max(1, ...regions.map((region) => region.total));
  const ordered = [...areas].sort((a, b) => Number(a.id === at) - Number(b.id === at)); // the chosen one's border above the others
  return (
    <svg ref={box} className="provinces" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`Provinces of ${nameOf(country)}`}>
      <Hatches />
      {ordered.map((area) => (
        <Province key={area.id} area={area} region={told.get(area.id)} share={(told.get(area.id)?.total ?? 0) / most} isAt={area.id === at} />
      ))}
      {areas.map((area) => {
        const region = told.get(area.id);
        return region === undefined ? null : (
          <text key={area.id} x={area.middle[0]} y={area.middle[1]} className="number" style={{ fontSize: 15 * scale }}>
            {region.total}
            {region.uncertain > 0 && "?"}
            {area.room > ROOM * scale * scale && (
              <tspan x={area.middle[0]} dy="1.15em" className="name" style={{ fontSize: 11 * scale }}>
                {calledOf(region, area)}
              </tspan>
            )}
          </text>
        );
      })}
    </svg>
  );
}

function Hatches() {
  return (
    <defs>
      {TONES.map((tone) => (
        <pattern key={tone} id={`hatch-${tone}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={TURNS[tone]}>
          <line x1="0" y1="0" x2="0" y2="8" className="hatch" />
          {tone === "both" && <line x1="0" y1="0" x2="8" y2="0" className="hatch" />}
        </pattern>
      ))}
    </defs>
  );
}

const LEGEND = { said: "asserted", denied: "denied", both: "contested, or asserted and denied", unclear: "hedged or unclear" };

export function MapLegend() {
  return (
    <ul className="legend" aria-label="What the map means">
      {TONES.map((tone) => (
        <li key={tone}>
          <svg width="26" height="18" aria-hidden="true">
            <rect width="26" height="18" className={`province ${tone}`} fillOpacity={0.7} />
            <rect width="26" height="18" fill={`url(#hatch-${tone})`} />
          </svg>
          {LEGEND[tone]}
        </li>
      ))}
      <li>
        <b>3</b> findings say so; the more, the darker
      </li>
      <li>
        <svg width="26" height="18" aria-hidden="true">
          <rect x="1" y="1" width="24" height="16" className="province uncertain" />
        </svg>
        <b>3?</b> some may be elsewhere
      </li>
    </ul>
  );
}

interface ProvinceProps {
  readonly area: Area;
  readonly region: Region | undefined;
  readonly share: number;
  readonly isAt: boolean;
}

function Province({ area, region, share, isAt }: ProvinceProps) {
  if (region === undefined) {
    return (
      <path d={area.path} className="province">
        <title>{area.name}: nothing is told</title>
      </path>
    );
  }
  const tone = toneOf(region);
  const told = Object.entries(region.statuses).map(([status, count]) => `${count} ${lookOf(status).word}`);
  const doubt = region.uncertain > 0 ? `; of ${region.uncertain} the place is not sure` : "";
  const says = `${calledOf(region, area)}: ${told.join(", ")}${doubt}`;
  const choose = () => ask({ province: isAt ? null : area.id });
  function pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  }
  return (
    <g role="button" tabIndex={0} aria-pressed={isAt} aria-label={says} className={isAt ? "told at" : "told"} onClick={choose} onKeyDown={pressed}>
      <path d={area.path} className={`province ${tone} ${region.uncertain > 0 ? "uncertain" : ""}`} fillOpacity={0.35 + 0.55 * share} />
      <path d={area.path} fill={`url(#hatch-${tone})`} className="hatched" />
      <title>{says}</title>
    </g>
  );
}

/** Give the name that documents give it, else the map's. */
function calledOf(region: Region, area: Area): string {
  return region.name === region.code ? area.name : region.name;
}

/** Contested counts before all: a province where something is denied never looks as if all agreed. */
function toneOf(region: Region): (typeof TONES)[number] {
  const tones = new Set(Object.keys(region.statuses).map((status) => lookOf(status).tone));
  if (tones.has("both") || (tones.has("said") && tones.has("denied"))) return "both";
  if (tones.has("denied")) return "denied";
  return tones.has("said") ? "said" : "unclear";
}

export function nameOf(country: string): string {
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
}

type Shapes = Topology<{ [name: string]: GeometryCollection<{ name: string }> }>;
const known = new Map<string, Shapes>();

function useShapes(country: string): Shapes | null {
  const [shapes, setShapes] = useState(known.get(country) ?? null);
  useEffect(() => {
    let isLeft = false;
    async function load(): Promise<void> {
      const answer = await fetch(`${import.meta.env.BASE_URL}maps/${country}.json`);
      if (!answer.ok) return;
      const loaded = (await answer.json()) as Shapes;
      known.set(country, loaded);
      if (!isLeft) setShapes(loaded);
    }
    setShapes(known.get(country) ?? null);
    if (!known.has(country)) void load();
    return () => {
      isLeft = true;
    };
  }, [country]);
  return shapes;
}

function areasOf(shapes: Shapes): Area[] {
  const [collection] = Object.values(shapes.objects);
  if (collection === undefined) return [];
  const found = feature(shapes, collection);
  const path = geoPath(geoMercator().fitExtent([[8, 8], [WIDTH - 8, HEIGHT - 8]], found));
  return found.features.map((one) => ({
    id: String(one.id),
    name: one.properties.name,
    path: path(one) ?? "",
    middle: path.centroid(one),
    room: path.area(one),
  }));
}
