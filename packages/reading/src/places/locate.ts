/**
 * Which of the places that bear a name a text means: explicit "X, State" first, then prominence weighed against the
 * states and provinces the text names, what stands beside the name, and the other places the text is about. One name
 * means one place throughout a text unless its own words say otherwise.
 */
import type { Entry, Reference } from "./gazetteer.ts";
import type { Spot } from "./spot.ts";
import type { PlaceToken } from "./tokens.ts";

export interface Located {
  spot: Spot;
  /** Null where no gazetteer knows the name. */
  reference: Reference | null;
  /** Where the words put a place that has no point of its own: "Holliday, Missouri", or what stands beside it. */
  inside: Entry | null;
}

/** What a choice is weighed against. */
interface Evidence {
  /** Mentions of each country, demonyms included. */
  countries: Map<string, number>;
  total: number;
  /** States and provinces named. */
  regions: Entry[];
  /** Meanings taken for the other names. */
  taken: Map<string, Entry>;
}

type Pin = { reference: Reference | null; inside: Entry };

export function locate(tokens: PlaceToken[], spots: Spot[]): Located[] {
  const pins = spots.map((spot, i) => pinnedBy(tokens, spot, spots[i + 1]));
  const pinnedKeys = new Map<string, Pin>();
  pins.forEach((pin, i) => {
    const key = spots[i]!.key;
    if (pin && !pinnedKeys.has(key)) pinnedKeys.set(key, pin);
  });
  let chosen = new Map<string, Reference | null>();
  // The second round weighs each name against what the first made of the others.
  for (let round = 0; round < 2; round++)
    chosen = choose(spots, pinnedKeys, gatherEvidence(spots, pinnedKeys, chosen));
  return beside(
    spots.map((spot, i): Located => {
      const pin = pins[i] ?? pinnedKeys.get(spot.key);
      if (pin && spot.references.length + (pin.reference ? 1 : 0) > 0)
        return { spot, reference: pin.reference, inside: pin.inside };
      const outer = spots[i - 1] && pins[i - 1]?.inside;
      const named = outer && spot.references.find((r) => r.entry === outer);
      if (named) return { spot, reference: named, inside: null };
      return {
        spot,
        reference: stateAfterComma(tokens, spot, spots[i - 1]) ?? chosen.get(spot.key) ?? null,
        inside: null,
      };
    }),
  );
}

/** An unknown name stands in for by what is named in the same breath: "a house in Qatraneh in the Karak district". */
function beside(located: Located[]): Located[] {
  return located.map((here, i) => {
    if (here.reference || here.inside) return here;
    for (const j of [i + 1, i - 1, i + 2, i - 2]) {
      const other = located[j];
      const entry = other?.reference?.form === "name" ? other.reference.entry : null;
      if (entry && entry.kind !== "area" && Math.abs(other!.spot.start - here.spot.start) < 120)
        return { ...here, inside: entry };
    }
    return here;
  });
}

const isRegion = (e: Entry) =>
  e.kind === "admin1" || e.kind === "country" || e.kind === "region" || e.kind === "county";
const lastToken = (tokens: PlaceToken[], spot: Spot) =>
  spot.end > tokens[spot.last]!.end ? spot.last + 1 : spot.last;

/** "Paris, Texas", "Paris (Texas)": the second names what the first lies in. */
function pinnedBy(tokens: PlaceToken[], spot: Spot, next: Spot | undefined): Pin | null {
  const top = spot.references[0]?.entry;
  if (!next || top?.kind === "country" || next.references[0]?.form === "demonym") return null;
  const gap = tokens[lastToken(tokens, spot) + 1];
  if (lastToken(tokens, spot) + 2 !== next.first || (gap?.text !== "," && gap?.text !== "(")) return null;
  const after = tokens[lastToken(tokens, next) + 1];
  let inside: Entry | null = null;
  for (const { entry: region } of next.references) {
    if (!isRegion(region) || (region.kind === "country" && after?.key)) continue;
    const reference = spot.references.find(
      (r) => r.form === "name" && r.entry !== region && within(r.entry, region),
    );
    if (reference) return { reference, inside: region };
    if (region.kind === "admin1") inside ??= region;
  }
  return inside && top?.kind === "city" ? { reference: null, inside } : null;
}

/** "Bronx, New York": after a place and a comma the state is meant, not the city of that name. */
function stateAfterComma(tokens: PlaceToken[], spot: Spot, previous: Spot | undefined): Reference | null {
  if (!previous || tokens[spot.first - 1]?.text !== "," || lastToken(tokens, previous) + 2 !== spot.first)
    return null;
  return (
    spot.references.find(
      ({ entry: state }) =>
        state.kind === "admin1" &&
        state.country === "USA" &&
        previous.references.some((r) => within(r.entry, state)),
    ) ?? null
  );
}

function within(entry: Entry, region: Entry): boolean {
  if (entry.kind === "country") return false;
  if (region.kind === "country") return entry.country === region.country;
  if (region.country !== null && entry.country !== region.country) return false;
  if (region.country === "USA")
    return (
      entry.kind !== "admin1" &&
      (entry.admin === region.admin || (entry.admin === "" && distance(entry, region) < reach(region))) &&
      (region.kind !== "county" || distance(entry, region) < 80)
    );
  return entry.kind !== "admin1" && distance(entry, region) < reach(region);
}

/** How far from its centre a region's places may lie, in km. */
const reach = (region: Entry): number =>
  ["CAN", "AUS", "RUS", "CHN", "BRA"].includes(region.country ?? "") ? 900 : 350;

function gatherEvidence(
  spots: Spot[],
  pins: Map<string, Pin>,
  chosen: Map<string, Reference | null>,
): Evidence {
  const countries = new Map<string, number>();
  const regions: Entry[] = [];
  const taken = new Map<string, Entry>();
  let total = 0;
  const count = (country: string | null, by: number) => {
    if (!country) return;
    countries.set(country, (countries.get(country) ?? 0) + by);
    total += by;
  };
  for (const spot of spots) {
    const pin = pins.get(spot.key);
    const reference = pin ? pin.reference : (chosen.get(spot.key) ?? null);
    const top = pin?.inside ?? spot.references[0]?.entry;
    if (!top) continue;
    // A metropolis that only an older name of it makes a candidate ("Islamabad" for Chattogram) is no evidence of itself.
    const clear =
      spot.references.length === 1 || (top.population > 1.5e6 && spot.references[0]?.variant !== "alternate");
    if (top.kind === "country") count(top.country, spot.references[0]!.form === "demonym" ? 0.7 : 1);
    else if (top.kind === "admin1") {
      count(top.country, 1);
      if (!regions.includes(top)) regions.push(top);
    } else if (clear) count(top.country, 0.7);
    else if (reference) count(reference.entry.country, 0.3);
    const sure = reference?.entry ?? (clear ? top : null);
    if (sure && sure.kind !== "country") taken.set(spot.key, sure);
  }
  return { countries, total, regions, taken };
}

function choose(spots: Spot[], pins: Map<string, Pin>, evidence: Evidence): Map<string, Reference | null> {
  const groups = new Map<string, { references: Reference[]; at: number[] }>();
  for (let i = 0; i < spots.length; i++) {
    const { key, references } = spots[i]!;
    if (references.length === 0 || pins.has(key)) continue;
    const group = groups.get(key);
    if (!group) groups.set(key, { references, at: [i] });
    else {
      group.at.push(i);
      if (group.references !== references)
        group.references = [...new Set([...group.references, ...references])];
    }
  }
  const chosen = new Map<string, Reference | null>();
  for (const [key, { references, at }] of groups) {
    let winner = references[0]!;
    let high = Number.NEGATIVE_INFINITY;
    for (const reference of references.length > 1 ? references : []) {
      let bonus = 0;
      // What stands right beside one mention speaks for all of them.
      for (const i of at)
        if (spots[i]!.references.includes(reference))
          bonus = Math.max(bonus, besides(reference.entry, i, spots));
      const score = worth(reference, key, evidence) + bonus;
      if (score > high) {
        high = score;
        winner = reference;
      }
    }
    chosen.set(key, winner);
  }
  return chosen;
}

/** Bonus for a neighbour within a line's length that the entry lies in or near. */
function besides(entry: Entry, i: number, spots: Spot[]): number {
  let bonus = 0;
  for (let j = i - 2; j <= i + 2; j++) {
    const other = spots[j];
    const top = other?.references[0]?.entry;
    if (
      j === i ||
      !other ||
      !top ||
      other.key === spots[i]!.key ||
      Math.abs(other.start - spots[i]!.start) > 120
    )
      continue;
    if (top.kind === "admin1" && within(entry, top)) bonus = Math.max(bonus, 1.2);
    else if (top.kind === "city" && top.population > 100_000 && distance(entry, top) < 100)
      bonus = Math.max(bonus, 0.8);
    else if (top.kind === "country" && within(entry, top)) bonus = Math.max(bonus, 0.5);
  }
  return bonus;
}

/** Chosen on the development articles, coarsely: a step either way changes little. */
const WEIGHTS = {
  capital: 1.3,
  metropolis: 0.3,
  country: 2.5,
  region: 0.8,
  close: 0.5,
  closeMost: 1.6,
};

function worth({ entry, variant, form }: Reference, key: string, evidence: Evidence): number {
  let score = Math.log10(entry.population + 100);
  if (entry.capital) score += WEIGHTS.capital;
  if (entry.kind === "city" && entry.population > 1e6) score += WEIGHTS.metropolis;
  if (form === "demonym") score += 2;
  if (variant === "alternate") score -= 1.5;
  if (entry.country && evidence.total > 0)
    score += WEIGHTS.country * ((evidence.countries.get(entry.country) ?? 0) / evidence.total);
  if (entry.kind === "country") return score;
  if (evidence.regions.some((region) => region !== entry && within(entry, region))) score += WEIGHTS.region;
  let close = 0;
  for (const [otherKey, other] of evidence.taken)
    if (
      otherKey !== key &&
      other !== entry &&
      Math.abs(other.lat - entry.lat) < 1.5 &&
      distance(entry, other) < 150
    )
      close++;
  return score + Math.min(WEIGHTS.closeMost, WEIGHTS.close * close);
}

/** Great-circle distance in km. */
export function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}
