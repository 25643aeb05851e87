/** Readings made by hand, for the tests of this package. */
import type { Actor } from "@parley/protocol";
import type { ReadClaim, Reading, Told } from "@parley/reading";

const person = (name: string, country: string): Actor => ({
  id: `person:${name}`,
  kind: "person",
  name,
  country,
  offices: [],
  foundAs: [name],
  confidence: 1,
});
const state = (name: string, country: string): Actor => ({
  ...person(name, country),
  id: `state:${country}`,
  kind: "state",
});

const ACTORS = [
  person("lavrov", "RUS"),
  person("bayramov", "AZE"),
  person("mirzoyan", "ARM"),
  person("putin", "RUS"),
  state("rus", "RUS"),
  state("aze", "AZE"),
];

/** A call of these persons that happened; a name with a colon is an id. */
export const told = (who: string[], day: string | null, more: Partial<Told> = {}): Told => ({
  kind: "contact",
  type: "call",
  status: "happened",
  background: false,
  when: day ? { edtf: day, asWorded: day, zone: null, basis: "stated", why: "stated" } : null,
  where: null,
  actors: who.map((w) => ({ actor: w.includes(":") ? w : `person:${w}`, role: "participant", asWorded: w })),
  initiator: null,
  topics: [],
  ambiguous: false,
  detail: {},
  plover: null,
  ...more,
});

/** What a claim may have beside what it tells. */
export type ToldClaim = Told &
  Partial<
    Pick<ReadClaim, "apart" | "silentSource" | "attribution" | "translation" | "proposedBy"> & {
      /** The claim's words; they must stand in the text. */
      quote: string;
    }
  >;

let serial = 0;
/** One document with these claims, published on 10 May 2022. */
export function reading(id: string, claims: ToldClaim[], text = `text of ${id}`): Reading {
  return {
    document: {
      id,
      uri: null,
      title: null,
      outlet: null,
      agencies: [],
      authors: [],
      language: "en",
      published: { edtf: "2022-05-10", asWorded: null, zone: null, basis: "metadata", why: "given" },
      dateline: null,
      text,
      sha256: "",
      reprintOf: null,
      diagnostics: [],
    },
    actors: ACTORS,
    places: [],
    claims: claims.map(
      ({ apart, silentSource, attribution, translation, proposedBy, quote: words, ...rest }) => {
        const quote = words ?? text.slice(0, 4);
        const start = text.indexOf(quote);
        return {
          id: `claim:${id}:${serial++}`,
          document: id,
          start,
          end: start + quote.length,
          quote,
          attribution: attribution ?? [],
          stance: "asserts",
          told: rest,
          silentSource: silentSource ?? null,
          ...(apart ? { apart } : {}),
          ...(translation ? { translation } : {}),
          ...(proposedBy ? { proposedBy } : {}),
          confidence: proposedBy ? 0.4 : 0.8,
          why: "verb",
        };
      },
    ),
  };
}

/** The words of somebody, as others report them. */
export const said = (source: string) => [{ source, asWorded: source, cue: "said", start: 0, end: 1 }];
