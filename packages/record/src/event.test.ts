import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash, type Envelope, seal, verifySeal } from "./index.ts";

const envelope: Envelope = {
  id: "01900000-0000-7000-8000-000000000001",
  process: "talks",
  stream: "document/a",
  version: 1,
  author: "officer",
  capacity: "secretariat",
  at: "2026-01-02T03:04:05.678Z",
  audience: { kind: "delegations", delegations: ["arm"] },
  command: "01900000-0000-7000-8000-000000000002",
};
const fact = { type: "document-received", payload: { name: "a.html", content: "0f", uri: null } };

describe("seals", () => {
  const event = seal(fact, envelope);

  it("[R1] an untouched event verifies", () => expect(verifySeal(event)).toBe(true));

  it.each([
    { author: "somebody else" },
    { capacity: "party" as const },
    { at: "2026-01-02T03:04:05.679Z" },
    { audience: { kind: "public" as const } },
    { command: envelope.id },
    { process: "other" },
    { stream: "document/b" },
    { version: 2 },
    { type: "document-read" },
    { payload: { ...fact.payload, uri: "https://example.org" } },
    { id: envelope.command },
  ])("[R1] %o breaks the seal", (change) => expect(verifySeal({ ...event, ...change })).toBe(false));

  it("[R2] the seal is made of the payload's hash: known example", () => {
    const { type, payload, hash, ...rest } = event;
    expect(hash).toBe(contentHash({ ...rest, type, payload: contentHash(payload) }));
    expect(contentHash({ b: 1, a: "€" })).toBe(
      "2c6fbbec1f6bfa5ea5d93187c7f6960ae2fbc3f05c442ebb923b9a6777b85c76",
    );
  });

  it("[R2] field order changes nothing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
      { seed: 20260102 },
    );
  });
});
