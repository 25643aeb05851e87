import { describe, expect, it } from "vitest";
import { lexicons } from "./actor-sample.ts";
import { ActorEntry, parseEntries, TitleEntry } from "./entry.ts";
import { buildLexicon } from "./lexicon.ts";

const actors = parseEntries(ActorEntry, "actors", lexicons.actors ?? []);
const outlets = parseEntries(ActorEntry, "outlets", lexicons.outlets ?? []);
const titles = parseEntries(TitleEntry, "titles", lexicons.titles ?? []);
const lexicon = buildLexicon({ lexicons, weights: {}, cities: new Uint8Array() });
const persons = actors.filter((actor) => actor.id.startsWith("person:"));
const offices = persons.flatMap((person) => (person.offices ?? []).map((office) => ({ person, ...office })));

describe("the actor lexicons", () => {
  it("hold at least 2,000 persons with dated offices", () => {
    expect(
      new Set(offices.filter((office) => office.from || office.to).map((office) => office.person.id)).size,
    ).toBeGreaterThanOrEqual(2000);
  });

  it("have each id once", () => {
    const ids = [...actors, ...outlets].map((actor) => actor.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("know every office's title and body", () => {
    const known = new Set(titles.map((title) => title.title));
    const wrong = offices.filter((office) => !known.has(office.title) || !lexicon.byId.has(office.of));
    expect(wrong.map((office) => `${office.person.id}: ${office.title} of ${office.of}`)).toEqual([]);
  });

  it("end no office before it begins", () => {
    const wrong = offices.filter(
      (office) => office.from && office.to && office.from > office.to.padEnd(10, "~"),
    );
    expect(wrong.map((office) => office.person.id)).toEqual([]);
  });

  it("let no two hold one office for more than 31 days unless acting", () => {
    const single = new Set(titles.filter((title) => title.single).map((title) => title.title));
    const day = (point: string, end: boolean) =>
      Date.parse(
        point.length === 10
          ? point
          : point.length === 7
            ? `${point}-${end ? "28" : "01"}`
            : `${point}-${end ? "12-31" : "01-01"}`,
      );
    const held = new Map<string, typeof offices>();
    for (const office of offices) {
      if (!single.has(office.title) || office.acting || !office.from) continue;
      const key = `${office.title} of ${office.of}`;
      held.set(key, [...(held.get(key) ?? []), office]);
    }
    const overlaps: string[] = [];
    for (const [key, ones] of held) {
      const sorted = ones.sort((a, b) => ((a.from as string) < (b.from as string) ? -1 : 1));
      for (let i = 1; i < sorted.length; i++) {
        const [one, next] = [sorted[i - 1]!, sorted[i]!];
        // A lexicon that knows a month only may be a month off.
        const end = one.to ? day(one.to, false) : one.to === null ? Number.POSITIVE_INFINITY : 0;
        if (one.person.id !== next.person.id && end - day(next.from as string, true) > 31 * 86_400_000)
          overlaps.push(`${key}: ${one.person.name} until ${one.to}, ${next.person.name} from ${next.from}`);
      }
    }
    expect(overlaps).toEqual([]);
  });

  it("name a source for everything", () => {
    for (const entry of [...actors, ...outlets, ...titles]) expect(entry.source.length).toBeGreaterThan(2);
  });
});
