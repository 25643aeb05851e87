/**
 * The reader takes no side: where two sides change places in a sentence, they change places in what is read of it, and
 * nothing else changes. Names, demonyms, capitals and ministers change together.
 */
import { describe, expect, it } from "vitest";
import { reader } from "./read-sample.ts";
import type { Reading } from "./reading.ts";
import { DAY, PAIRS, render, SENTENCES, type Side } from "./sides-sample.ts";

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Puts `A.name` for the first side's name wherever it stands in a value, `B.minister` for the other's minister, and so on. */
function neutral(sides: readonly [Side, Side]): (value: unknown) => unknown {
  const words = new Map<string, string>();
  sides.forEach(({ ids, ...named }, i) => {
    for (const [id, what] of Object.entries(ids)) words.set(id, `${"AB"[i]}.${what}`);
    for (const [what, name] of Object.entries(named)) {
      words.set(name, `${"AB"[i]}.${what}`);
      words.set(slug(name), `${"AB"[i]}.${what}`);
    }
  });
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\p{L}]|\\p{L}-)(?:${longest.map(literally).join("|")})(?![\\p{L}])`, "gu");
  return (value) => JSON.parse(JSON.stringify(value).replace(any, (found) => words.get(found)!));
}

const slug = (name: string) => name.toLowerCase().replace(/^the /, "").replaceAll(" ", "-");

interface Told {
  /** Kind, type, status, background, time, place, who takes part in which role, numbers, PLOVER code, confidence. */
  what: string[];
  /** The same with who says it, by which word. */
  all: string[];
}

/** All that is read but where it stands; claims that begin at one word have no order among them. */
function tell({ claims, actors, places }: Reading, sides: readonly [Side, Side]): Told {
  const strip = neutral(sides);
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const kindOf = new Map(actors.map(({ id, kind }) => [id, kind]));
  const told = claims.map(({ told, stance, attribution, silentSource, confidence }) => {
    const { where, when, detail, actors: who, ...rest } = told;
    const what = strip({
      ...rest,
      when: when && { ...when, why: "" },
      where: where && placeName.get(where),
      detail: JSON.stringify(detail).replace(/"(start|end)":\d+/g, '"$1":0'),
      ...{ stance, silentSource },
      confidence: Math.round(confidence * 20) / 20,
    });
    const taking = who
      .map(({ actor, role, asWorded }) =>
        JSON.stringify(strip({ actor, role, asWorded, kind: kindOf.get(actor) })),
      )
      .sort();
    const said = strip(attribution.map(({ source, asWorded, cue }) => ({ source, asWorded, cue })));
    return { what: JSON.stringify({ what, taking }), all: JSON.stringify({ what, taking, said }) };
  });
  return { what: told.map(({ what }) => what).sort(), all: told.map(({ all }) => all).sort() };
}

interface Outcome {
  pair: string;
  text: string;
  one: Told;
  other: Told;
}

function readBothWays([pair, [a, b]]: [string, readonly [Side, Side]]): Outcome[] {
  return Object.values(SENTENCES).flatMap((sentences) =>
    sentences.flatMap((sentence) => {
      const [text, swapped] = [render(sentence, [a, b]), render(sentence, [b, a])];
      if (text === null || swapped === null) return [];
      const one = tell(reader.read({ text, published: DAY }), [a, b]);
      const other = tell(reader.read({ text: swapped, published: DAY }), [b, a]);
      return [{ pair, text, one, other }];
    }),
  );
}

const outcomes = Object.entries(PAIRS).flatMap(readBothWays);
const uneven = (part: keyof Told) =>
  outcomes.filter(({ one, other }) => one[part].join("\n") !== other[part].join("\n"));

/**
 * What remains comes from the trained parser and from the trained roles of attribution, which see the names themselves
 * (docs/reading.md names the sentences). A fall below is a new unevenness.
 */
const FLOOR = { what: 0.985, all: 0.968 };

if (process.env.PARLEY_SIDES)
  for (const { pair, text, one, other } of uneven("all"))
    console.log(
      `${pair}: ${text}\n  ${one.all.filter((claim) => !other.all.includes(claim)).join("\n  ")}\n  swapped\n  ${other.all
        .filter((claim) => !one.all.includes(claim))
        .join("\n  ")}`,
    );

describe("the reader takes no side", () => {
  it("is asked enough, and finds something to tell in nearly every sentence about states", () => {
    expect(outcomes.length).toBeGreaterThan(1700);
    const states = outcomes.filter(({ pair }) => pair !== "two invented groups");
    expect(states.filter(({ one }) => one.what.length).length / states.length).toBeGreaterThan(0.95);
  });

  it.each(["what", "all"] as const)("told of both sides alike: %s", (part) => {
    if (process.env.PARLEY_SIDES) console.log(part, uneven(part).length, outcomes.length);
    const share = 1 - uneven(part).length / outcomes.length;
    expect(
      share,
      `${uneven(part).length} of ${outcomes.length}; PARLEY_SIDES=1 lists them`,
    ).toBeGreaterThanOrEqual(FLOOR[part]);
  });

  it.each(Object.keys(PAIRS))("%s", (pair) => {
    const own = outcomes.filter((one) => one.pair === pair);
    const apart = uneven("all").filter((one) => one.pair === pair);
    expect(1 - apart.length / own.length).toBeGreaterThanOrEqual(0.95);
  });

  // Found by this test and mended; each was read of one side alone.
  it.each([
    ["Baku accused Armenia of shelling a village.", "incident"],
    ["Israel was accused by Iran of shelling a village.", "incident"],
    ["The Armenian army shot down an Azerbaijani drone on Thursday.", "incident"],
  ])("%s", (text, kind) => {
    expect(reader.read({ text, published: DAY }).claims.map(({ told }) => told.kind)).toContain(kind);
  });
});
