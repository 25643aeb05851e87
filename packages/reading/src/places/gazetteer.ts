/** All names the finder knows, by folded key, with the places each may mean. */
import countries from "world-countries";
import type { City, Knowledge } from "../knowledge.ts";
import type { PlaceMention } from "../mention.ts";
import { openCities } from "./city-table.ts";
import { fold } from "./fold.ts";

type PlaceKind = "country" | "admin1" | "region" | "area" | "city" | "district" | "point" | "county";

export interface Entry {
  /** `place:<slug>` */
  id: string;
  name: string;
  kind: PlaceKind;
  lat: number;
  lon: number;
  /** ISO 3166 alpha-3. */
  country: string | null;
  /** GeoNames admin1 code, or the place id of the state for entries of the lexicon. */
  admin: string;
  population: number;
  precision: PlaceMention["precision"];
  geonames: number | null;
  capital: boolean;
}

/** How a name leads to an entry. */
export interface Reference {
  entry: Entry;
  form: "name" | "demonym";
  /** A spelling of another language, or an abbreviation that needs its full stop. */
  variant: "main" | "alternate" | "abbreviation";
}

/** An entry of the lexicon "places" (lexicons/places/*.yaml). */
interface LexiconPlace {
  id: string;
  name: string;
  names?: string[];
  adjectives?: string[];
  postal?: string;
  lat: number;
  lon: number;
  country?: string;
  precision: PlaceMention["precision"];
  kind: PlaceKind;
  geonames?: number;
  source: string;
}

export interface Gazetteer {
  /** Possible meanings of a folded name; empty where it is unknown. Most prominent first. */
  lookup(key: string): Reference[];
  /** No name that starts with this word has more words; 1 where surely none of several words does. */
  longest(firstWord: string): number;
  /** State of the United States by postal code. */
  states: Map<string, Entry>;
}

const NOTHING: Reference[] = [];
const slug = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, "-");
const CITY_CODES: Record<string, number> = { PPLC: 1, PPLA: 1 };

export function createGazetteer(knowledge: Pick<Knowledge, "cities" | "lexicons">): Gazetteer {
  const curated = new Map<string, Reference[]>();
  const longest = new Map<string, number>();
  const states = new Map<string, Entry>();
  const alpha3 = new Map(countries.map((c) => [c.cca2 as string, c.cca3 as string]));

  // Only names of several words are noted: a word of its own is looked up in any case.
  const note = (key: string) => {
    const space = key.indexOf(" ");
    if (space < 0) return;
    const first = key.slice(0, space);
    let words = 2;
    for (let at = key.indexOf(" ", space + 1); at > 0; at = key.indexOf(" ", at + 1)) words++;
    if (words > (longest.get(first) ?? 0)) longest.set(first, words);
  };
  const add = (name: string, reference: Reference) => {
    const key = fold(name);
    if (key.length < 2) return;
    const known = curated.get(key);
    if (!known) curated.set(key, [reference]);
    else if (!known.some((r) => r.entry.id === reference.entry.id)) known.push(reference);
    note(key);
  };
  for (const place of (knowledge.lexicons.places ?? []) as LexiconPlace[]) {
    const entry = entryOf(place);
    add(place.name, { entry, form: "name", variant: "main" });
    for (const name of place.names ?? [])
      add(name, { entry, form: "name", variant: /^[A-Z][a-z]{1,4}\.$/.test(name) ? "abbreviation" : "main" });
    for (const adjective of place.adjectives ?? [])
      add(adjective, { entry, form: "demonym", variant: "main" });
    if (place.postal) {
      states.set(place.postal, entry);
      add(place.name.replace(/ State$/, ""), { entry, form: "name", variant: "main" });
    }
  }
  addCountries(curated, add);

  const cities = openCities(knowledge.cities);
  const entries = new Map<number, Entry>();
  const entryOfRow = (row: number, city: City): Entry => {
    const known = entries.get(row);
    if (known) return known;
    const entry = ofCity(city, alpha3);
    entries.set(row, entry);
    return entry;
  };
  const meanings = (key: string): Reference[] => {
    const own = curated.get(key) ?? NOTHING;
    const named = cities.find(key);
    if (named.length === 0) return own;
    const fromCities = named.map(
      ({ row, city, main }): Reference => ({
        entry: entryOfRow(row, city),
        form: "name",
        variant: main ? "main" : "alternate",
      }),
    );
    // A lexicon city and its GeoNames twin are one place: the lexicon's is kept.
    const others = fromCities.filter((r) => {
      const twin = own.find((o) => o.entry.kind === "city" && near(o.entry, r.entry));
      if (twin && r.entry.capital) twin.entry.capital = true;
      return !twin;
    });
    return [...own, ...others.sort((a, b) => b.entry.population - a.entry.population)];
  };
  const looked = new Map<string, { references: Reference[]; longest: number }>();
  const look = (key: string) => {
    const known = looked.get(key);
    if (known) return known;
    if (looked.size > 20_000) looked.clear();
    const found = {
      references: meanings(key),
      longest: Math.max(longest.get(key) ?? 1, cities.mostWords(key)),
    };
    looked.set(key, found);
    return found;
  };
  return { lookup: (key) => look(key).references, longest: (word) => look(word).longest, states };
}

const near = (a: Entry, b: Entry) => Math.abs(a.lat - b.lat) < 0.4 && Math.abs(a.lon - b.lon) < 0.4;

const entryOf = (p: LexiconPlace): Entry => ({
  id: p.id,
  name: p.name,
  kind: p.kind,
  lat: p.lat,
  lon: p.lon,
  country: p.country ?? null,
  admin: p.postal ?? "",
  // Stands in for prominence beside cities. New York and Washington are the cities unless the words say "state".
  population:
    p.postal === "NY" || p.postal === "WA"
      ? 5e5
      : {
          country: 50e6,
          area: 30e6,
          admin1: 6e6,
          region: 3e6,
          city: 1e6,
          point: 5e5,
          district: 5e5,
          county: 0,
        }[p.kind],
  precision: p.precision,
  geonames: p.geonames ?? null,
  capital: false,
});

const ofCity = (c: City, alpha3: Map<string, string>): Entry => ({
  id: `place:${slug(c.name)}-${c.country.toLowerCase()}${c.geonames ? `-${c.geonames}` : `-${c.admin.toLowerCase()}`}`,
  name: c.name,
  kind: c.featureCode === "ADM2" ? "county" : "city",
  lat: c.lat,
  lon: c.lon,
  country: alpha3.get(c.country) ?? null,
  admin: c.admin,
  population: c.population,
  precision: c.featureCode === "ADM2" ? "region" : c.featureCode === "PPLX" ? "district" : "city",
  geonames: c.geonames || null,
  capital: (CITY_CODES[c.featureCode] ?? 0) > 0 && c.featureCode === "PPLC",
});

/** States that the lexicon does not carry, and further names and adjectives of those it does. */
function addCountries(
  curated: Map<string, Reference[]>,
  add: (name: string, reference: Reference) => void,
): void {
  const known = new Map<string, Entry>();
  for (const references of curated.values())
    for (const { entry } of references)
      if (entry.kind === "country" && entry.country) known.set(entry.country, entry);
  for (const c of countries) {
    const entry: Entry = known.get(c.cca3) ?? {
      id: `place:${slug(c.name.common)}`,
      name: c.name.common,
      kind: "country",
      lat: c.latlng[0],
      lon: c.latlng[1],
      country: c.cca3,
      admin: "",
      population: 5e6,
      precision: "country",
      geonames: null,
      capital: false,
    };
    for (const name of [c.name.common, c.name.official, ...c.altSpellings])
      if (name.length > 3) add(name, { entry, form: "name", variant: "main" });
    for (const adjective of (c.demonyms.eng?.m ?? "").split(/,\s*/))
      if (adjective.length > 2 && !curated.has(fold(adjective)))
        add(adjective, { entry, form: "demonym", variant: "main" });
  }
}
