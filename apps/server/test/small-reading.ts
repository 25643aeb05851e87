/**
 * A reader of one rule, in the place of the trained one: every sentence "A called B on YYYY-MM-DD." is a call. Server
 * tests are about what happens to readings, and start in milliseconds with it.
 */
import type { ReadClaim, Reading, Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import type { ReadResult } from "../src/work/messages.ts";
import { whyUnread } from "../src/work/unread.ts";

const CALL = /(\p{Lu}\p{L}+) called (\p{Lu}\p{L}+) on (\d{4}-\d\d-\d\d)\./gu;

export function smallResult(source: Source): ReadResult {
  const reading = smallReading(source);
  return { reading, hash: contentHash(reading), unread: whyUnread(reading) };
}

function smallReading(source: Source): Reading {
  const text = source.text ?? (source.html ?? "").replace(/<[^>]*>/g, " ");
  if (text.includes("END THE THREAD")) process.exit(3);
  if (text.includes("FAIL ON THIS")) throw new Error("asked to fail");
  const id = source.id ?? "none";
  const claims: ReadClaim[] = [...text.matchAll(CALL)].map((match, i) => ({
    id: `claim:${id}:${i}`,
    document: id,
    start: match.index,
    end: match.index + match[0].length,
    quote: match[0],
    attribution: [],
    stance: "asserts",
    silentSource: null,
    confidence: 0.9,
    why: "the words say so",
    told: {
      kind: "contact",
      type: "call",
      status: "happened",
      background: false,
      when: { edtf: match[3]!, asWorded: match[3]!, zone: null, basis: "stated", why: "stated" },
      where: null,
      actors: [match[1]!, match[2]!].map((name) => ({
        actor: personId(name),
        role: "participant" as const,
        asWorded: name,
      })),
      initiator: personId(match[1]!),
      topics: [],
      ambiguous: false,
      detail: {},
      plover: null,
    },
  }));
  const names = [
    ...new Set(claims.flatMap((claim) => claim.told.actors.map((party) => party.asWorded))),
  ].sort();
  return {
    document: {
      id,
      uri: source.url ?? null,
      title: source.title ?? null,
      outlet: source.outlet ?? null,
      agencies: [],
      authors: [],
      language: text.includes("è stato") ? "it" : "en",
      published: null,
      dateline: null,
      text,
      sha256: contentHash(text),
      reprintOf: null,
      diagnostics: text.includes("è stato")
        ? [{ rule: "unread-language", message: "It is Italian.", start: null, end: null }]
        : [],
    },
    actors: names.map((name) => ({
      id: personId(name),
      kind: "person",
      name,
      country: null,
      offices: [],
      foundAs: [name],
      confidence: 1,
    })),
    places: [],
    claims,
  };
}

const personId = (name: string) => `person:${name.toLowerCase()}`;
