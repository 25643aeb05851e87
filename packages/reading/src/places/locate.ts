/**
 * Which of the places that bear a name a text means: explicit "X, State" first, then prominence weighed against the
 * states and provinces the text names and the other places it is about. One name means one place throughout a text
 * unless its own words say otherwise.
 */
import type { Entry, Reference } from "./gazetteer.ts";
import type { Spot } from "./spot.ts";
import type { PlaceToken } from "./tokens.ts";

export interface Located {
  spot: Spot;
  /** Null where no gazetteer knows the name. */
  reference: Reference | null;
}

interface Evidence {
  /** Mentions of each country, demonyms included. */
  countries: Map<string, number>;
  /** Mentions of each state or province, by entry. */
  regions: Entry[];
  /** Entries that are sure: only meaning, or pinned by the words. */
  sure: Entry[];
}

export function locate(tokens: PlaceToken[], spots: Spot[]): Located[] {
  const pinned = new Map<number, Reference>();
  const pinnedKeys = new Map<string, Reference>();
  spots.forEach((spot, i) => {
    const pin = pinnedBy(tokens, spot, spots[i + 1]);
    if (!pin) return;
    pinned.set(i, pin);
    if (!pinnedKeys.has(spot.key)) pinnedKeys.set(spot.key, pin);
  });
  const evidence = gatherEvidence(spots, pinned);
  const chosen = new Map<string, Reference | null>();
  return spots.map((spot, i) => {
    const explicit = pinned.get(i) ?? pinnedKeys.get(spot.key);
    if (explicit) return { spot, reference: explicit };
    let reference = chosen.get(spot.key);
    if (reference === undefined) {
      reference = best(spot, evidence);
      chosen.set(spot.key, reference);
    }
    return { spot, reference };
  });
}

const isCapitalRegion = (e: Entry) => e.kind === "admin1" || e.kind === "country" || e.kind === "region";

/** "Paris, Texas", "Paris (Texas)", "Odessa in Ukraine": the second names what the first lies in. */
function pinnedBy(tokens: PlaceToken[], spot: Spot, next: Spot | undefined): Reference | null {
  const end = spot.end > tokens[spot.last]!.end ? spot.last + 1 : spot.last;
  if (!next || spot.references.length < 1) return null;
  const between = tokens
    .slice(end + 1, next.first)
    .map((t) => t.text)
    .join(" ");
  if (between !== "," && between !== "(" && between !== "") return null;
  if (between === "" && !spot.references.some((r) => r.entry.kind === "county")) return null;
  const outer = next.references.map((r) => r.entry).filter((e) => isCapitalRegion(e) || e.kind === "county");
  for (const region of outer) {
    const inside = spot.references.find(
      (r) => r.form === "name" && r.entry !== region && within(r.entry, region),
    );
    if (inside) return inside;
  }
  return null;
}

function within(entry: Entry, region: Entry): boolean {
  if (entry.kind === "country") return false;
  if (region.kind === "country") return entry.country === region.country;
  if (region.country !== null && entry.country !== region.country) return false;
  if (region.country === "USA" && (region.kind === "admin1" || region.kind === "county"))
    return (
      (entry.kind === "city" || entry.kind === "county") &&
      entry.admin === region.admin &&
      (region.kind !== "county" || distance(entry, region) < 80)
    );
  return entry.kind !== "admin1" && distance(entry, region) < reach(region);
}

/** How far from its centre a region's places may lie, in km. */
const reach = (region: Entry): number =>
  ["CAN", "AUS", "RUS", "CHN", "BRA"].includes(region.country ?? "") ? 900 : 350;

function gatherEvidence(spots: Spot[], pinned: Map<number, Reference>): Evidence {
  const countries = new Map<string, number>();
  const regions: Entry[] = [];
  const sure: Entry[] = [];
  const count = (country: string | null, by: number) => {
    if (country) countries.set(country, (countries.get(country) ?? 0) + by);
  };
  spots.forEach((spot, i) => {
    const pin = pinned.get(i);
    if (pin) {
      count(pin.entry.country, 1.5);
      sure.push(pin.entry);
      return;
    }
    const top = spot.references[0]?.entry;
    if (!top) return;
    if (top.kind === "country" && spot.references.length < 4)
      count(top.country, spot.references[0]!.form === "demonym" ? 0.7 : 1);
    else if (top.kind === "admin1") {
      count(top.country, 1);
      regions.push(top);
    } else if (spot.references.length === 1 || top.population > 1.5e6) {
      count(top.country, 0.7);
      sure.push(top);
    }
  });
  return { countries, regions, sure };
}

function best(spot: Spot, evidence: Evidence): Reference | null {
  let winner: Reference | null = null;
  let high = Number.NEGATIVE_INFINITY;
  for (const reference of spot.references) {
    const score = worth(reference, evidence);
    if (score > high) {
      high = score;
      winner = reference;
    }
  }
  return winner;
}

function worth({ entry, variant, form }: Reference, { countries, regions, sure }: Evidence): number {
  let score = Math.log10(entry.population + 100);
  if (entry.capital) score += 1;
  if (form === "demonym") score += 1;
  if (variant === "alternate") score -= 1.5;
  let total = 0;
  for (const n of countries.values()) total += n;
  if (entry.country && total > 0) score += 2.2 * ((countries.get(entry.country) ?? 0) / total);
  if (entry.kind !== "country") {
    for (const region of regions) {
      if (region === entry) continue;
      if (
        region.country === "USA"
          ? entry.admin === region.admin && entry.country === "USA"
          : entry.country === region.country && distance(entry, region) < reach(region) * 0.7
      ) {
        score += 1;
        break;
      }
    }
    const close = sure.filter(
      (other) => other !== entry && other.name !== entry.name && distance(entry, other) < 150,
    ).length;
    score += Math.min(1.6, 0.6 * close);
  }
  return score;
}

/** Great-circle distance in km. */
export function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}
