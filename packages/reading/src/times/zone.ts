/** Zones that the words name ("Moscow time", "GMT"), as IANA names, and their offset on a day (tz database through Temporal). */
import { rawTimeZones } from "@vvo/tzdb";
import { Temporal } from "temporal-polyfill";

/** Words before "time" that name a zone, lower-cased. Cities and one-zone countries come from the tz database's list. */
const NAMED = new Map<string, string>([
  ["central european", "Europe/Paris"],
  ["eastern european", "Europe/Athens"],
  ["western european", "Europe/Lisbon"],
  ["greenwich mean", "UTC"],
  ["universal", "UTC"],
  ["coordinated universal", "UTC"],
  ["british summer", "Europe/London"],
  ["eastern", "America/New_York"],
  ["eastern daylight", "America/New_York"],
  ["eastern standard", "America/New_York"],
  ["washington", "America/New_York"],
  ["pacific", "America/Los_Angeles"],
  ["uk", "Europe/London"],
  ["kiev", "Europe/Kyiv"],
  ["kyiv", "Europe/Kyiv"],
  ["tehran", "Asia/Tehran"],
  ["beijing", "Asia/Shanghai"],
  ["ankara", "Europe/Istanbul"],
  ["geneva", "Europe/Zurich"],
  ["brussels", "Europe/Brussels"],
  ["jerusalem", "Asia/Jerusalem"],
  ["gaza", "Asia/Gaza"],
  ["stepanakert", "Asia/Baku"],
  ["nagorno-karabakh", "Asia/Baku"],
  ["new york", "America/New_York"],
]);

const zonesOfCountry = new Map<string, number>();
for (const { countryName } of rawTimeZones)
  zonesOfCountry.set(countryName, (zonesOfCountry.get(countryName) ?? 0) + 1);
const name = (word: string, zone: string) => {
  if (!NAMED.has(word.toLowerCase())) NAMED.set(word.toLowerCase(), zone);
};
// A zone's own city outranks the same word as another zone's display name: "Moscow time" is not Minsk's.
for (const zone of rawTimeZones) name(zone.name.split("/").at(-1)!.replaceAll("_", " "), zone.name);
for (const zone of rawTimeZones) for (const city of zone.mainCities) name(city, zone.name);
for (const zone of rawTimeZones) {
  name(zone.alternativeName.replace(/ Time$/, ""), zone.name);
  if (zonesOfCountry.get(zone.countryName) === 1) name(zone.countryName, zone.name);
}

/** "UTC+3" and the like keep their offset as an `Etc/` zone, whose sign is turned by convention. */
const OFFSET = /^(?:GMT|UTC)\s?([+-−])\s?(\d{1,2})(?::?00)?$/;
const ABBREVIATIONS: Record<string, string> = {
  GMT: "UTC",
  UTC: "UTC",
  CET: "Europe/Paris",
  CEST: "Europe/Paris",
  EET: "Europe/Athens",
  EEST: "Europe/Athens",
  MSK: "Europe/Moscow",
  BST: "Europe/London",
  EST: "America/New_York",
  EDT: "America/New_York",
  ET: "America/New_York",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
};

/** Zone words right at a clock time or a date: the first group is the name. */
export const ZONE_WORDS =
  /(?:\(?(?<abbreviation>(?:GMT|UTC)\s?[+−-]\s?\d{1,2}(?::?00)?|GMT|UTC|CET|CEST|EET|EEST|MSK|BST|EST|EDT|ET|PST|PDT)\b\)?|(?:the )?(?<name>local|[A-Z][A-Za-z-]+(?: [A-Z][a-z]+){0,2}) [Tt]ime\b)/;

/** IANA zone of the words that ZONE_WORDS found; null where nobody can tell ("local time"). */
export function zoneOf(words: string): string | null {
  const offset = OFFSET.exec(words.trim());
  if (offset)
    return Number(offset[2]) > 14 ? null : `Etc/GMT${offset[1] === "+" ? "-" : "+"}${Number(offset[2])}`;
  return (
    ABBREVIATIONS[words] ??
    NAMED.get(words.toLowerCase().replace(/ (?:standard|daylight|summer)$/, "")) ??
    null
  );
}

/** "+03:00" in that zone at that local time; null where the time is none. */
export function offsetAt(zone: string, local: string): string | null {
  if (zone === "UTC") return "Z";
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).offset;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
