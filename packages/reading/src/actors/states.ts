/** States as lexicon entries, from the package world-countries (names, demonyms, capitals; ODbL). */
import countries from "world-countries";
import type { ActorEntry } from "./entry.ts";

// Territories whose authorities act in reports though the package does not list them as independent.
const BESIDE_INDEPENDENT = new Set(["PSE", "UNK", "TWN", "HKG"]);
/** User-assigned ISO 3166 code in general use for Kosovo. */
const CODE: Record<string, string> = { UNK: "XKX" };
// Short alternative spellings in the package are two-letter codes and words of other languages that are ordinary English words.
const usable = (name: string) => name.length > 3 && /^[\p{Script=Latin}\s.'’-]+$/u.test(name);

/** One entry per state, ids `state:<ISO 3166 alpha-3>`. Sorted as the package has them. */
export function stateEntries(): ActorEntry[] {
  return countries
    .filter((country) => country.independent || BESIDE_INDEPENDENT.has(country.cca3))
    .map((country) => {
      const code = CODE[country.cca3] ?? country.cca3;
      const demonyms = [country.demonyms?.eng?.m, country.demonyms?.eng?.f]
        .flatMap((demonym) => demonym?.split(/, | or /) ?? [])
        .filter((demonym) => demonym !== "");
      return {
        id: `state:${code}`,
        kind: "state" as const,
        name: country.name.common,
        also: [country.name.official, ...country.altSpellings.filter(usable)],
        country: code,
        demonyms: [...new Set(demonyms)],
        capital: country.capital.filter((city) => city !== country.name.common),
        source: "npm package world-countries (ODbL)",
      };
    });
}
