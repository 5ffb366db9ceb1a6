/** The provinces of one country, drawn from shapes that come with the page. */
import { geoMercator, geoPath } from "d3-geo";
import { useEffect, useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { lookOf } from "../../parts/status";
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

export function Provinces({ country, regions, at, onDrawn }: Props) {
  const shapes = useShapes(country);
  const areas = useMemo(() => (shapes === null ? [] : areasOf(shapes)), [shapes]);
  useEffect(() => onDrawn(areas.map((area) => area.id)), [areas, onDrawn]);
  const told = new Map(regions.map((region) => [region.code, region]));
  const most = Math.max(1, ...regions.map((region) => region.total));
  return (
    <svg className="provinces" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`Provinces of ${country}`}>
      <defs>
        {(["said", "denied", "both", "unclear"] as const).map((tone) => (
          <pattern key={tone} id={`hatch-${tone}`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={TURNS[tone]}>
            <line x1="0" y1="0" x2="0" y2="7" className={`hatch ${tone}`} />
            {tone === "both" && <line x1="0" y1="0" x2="7" y2="0" className={`hatch ${tone}`} />}
          </pattern>
        ))}
      </defs>
      {areas.map((area) => (
        <Province key={area.id} area={area} region={told.get(area.id)} share={(told.get(area.id)?.total ?? 0) / most} isAt={area.id === at} />
      ))}
      {areas.map((area) => {
        const region = told.get(area.id);
        return region === undefined ? null : (
          <text key={area.id} x={area.middle[0]} y={area.middle[1]} className="number">
            {region.total}
            {region.uncertain > 0 && "?"}
            {area.room > 3_000 && (
              <tspan x={area.middle[0]} dy="1.1em" className="name">
                {region.name}
              </tspan>
            )}
          </text>
        );
      })}
    </svg>
  );
}

/** Each tone has a direction of its own, so that it can be read without colour. */
const TURNS = { said: "rotate(0)", denied: "rotate(45)", both: "rotate(20)", unclear: "rotate(90)" };

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
  const choose = () => ask({ province: isAt ? null : area.id });
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isAt}
      aria-label={`${region.name}: ${told.join(", ")}`}
      className={isAt ? "told at" : "told"}
      onClick={choose}
      onKeyDown={(event) => event.key === "Enter" && choose()}
    >
      <path d={area.path} className={`province ${tone}`} fillOpacity={0.25 + 0.6 * share} />
      <path d={area.path} fill={`url(#hatch-${tone})`} className="hatched" />
      <title>
        {region.name}: {told.join(", ")}
      </title>
    </g>
  );
}

/** Contested counts before all: a province where something is denied never looks as if all agreed. */
function toneOf(region: Region): "said" | "denied" | "both" | "unclear" {
  const tones = new Set(Object.keys(region.statuses).map((status) => lookOf(status).tone));
  if (tones.has("both") || (tones.has("said") && tones.has("denied"))) return "both";
  if (tones.has("denied")) return "denied";
  return tones.has("said") ? "said" : "unclear";
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
