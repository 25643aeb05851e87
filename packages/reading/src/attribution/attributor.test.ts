import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLexicons } from "../../../../lexicons/load.ts";
import { loadWeights } from "../../../../models/load.ts";
import { createAnalyser } from "../analyse/analyser.ts";
import { createAttributor } from "./attributor.ts";

const weights = loadWeights("models");
const analyser = createAnalyser(weights.analyser as Uint8Array);
const attributor = createAttributor({ lexicons: parseLexicons("lexicons"), weights });
const find = (text: string) => attributor.find({ text, sentences: analyser.segment(text), analyser });
const told = (text: string) => {
  const words = (spans: [number, number][]) =>
    spans.map(([start, end]) => text.slice(start, end)).join(" … ");
  return find(text).map((own) => ({
    source: words(own.source),
    cue: words(own.cue),
    content: words(own.content),
    kind: own.kind,
    relay: own.relay,
    within: own.within,
  }));
};

describe("createAttributor", () => {
  it("finds indirect speech before and after its verb", () => {
    expect(told("The ministry said that the border was closed.")).toMatchObject([
      { source: "The ministry", cue: "said", content: "that the border was closed", kind: "indirect" },
    ]);
    const after = told("The sides agreed to meet again, the mediator said.");
    expect(after.find(({ cue }) => cue === "said")).toMatchObject({
      source: "the mediator",
      content: "The sides agreed to meet again",
    });
  });

  it("takes a quotation whole and follows it behind the cue", () => {
    const [first] = told('"Nothing is agreed yet," the envoy added. "Nothing at all."');
    expect(first).toMatchObject({ source: "the envoy", cue: "added", kind: "quote" });
    expect(first?.content).toContain("Nothing is agreed yet");
    expect(first?.content).toContain("Nothing at all.");
  });

  it("reads according to", () => {
    const found = told("According to the observers, both convoys have left.");
    expect(found).toMatchObject([{ source: "the observers", content: "both convoys have left" }]);
  });

  it("nests a claim inside the claim that tells it", () => {
    const found = told("The president's office said the general denied that his troops had fired.");
    const inner = found.find(({ cue }) => cue === "denied");
    expect(inner).toMatchObject({ kind: "denial" });
    expect(found[inner?.within ?? -1]).toMatchObject({ cue: "said" });
  });

  it("tells silences and thoughts from speech", () => {
    expect(told("The embassy declined to comment.")).toMatchObject([
      { source: "The embassy", kind: "silence" },
    ]);
    expect(told("The ministry did not publish a statement.")).toMatchObject([{ kind: "silence" }]);
    expect(told("The prime minister hopes that the talks will resume.")).toMatchObject([{ kind: "thought" }]);
  });

  it("names who passed the words on", () => {
    const found = told('"We are ready," the envoy said, quoted by Northpress.');
    const relay = found.find((own) => own.relay);
    expect(relay).toMatchObject({ source: "Northpress", cue: "quoted by" });
    expect(found.find((own) => !own.relay)).toMatchObject({
      source: "the envoy",
      content: '"We are ready,"',
    });
  });

  it("gives the quoted speaker and the agency for quoted as saying", () => {
    const found = told("The general was quoted by state television as saying that his forces had left.");
    expect(found.find((own) => own.relay)?.source).toBe("state television");
    expect(found.find((own) => !own.relay)?.source).toBe("The general");
  });

  it("gives whole, ordered, non-empty spans and never throws on any text", () => {
    const words = fc.constantFrom(
      "said",
      "the",
      "minister",
      '"',
      "“",
      "”",
      ",",
      ".",
      "that",
      "according",
      "to",
      "quoted",
      "by",
      "as",
      "saying",
      "citing",
      "told",
      "X",
      "\n\n",
      "\u0000",
      "\u200f",
      "🙂",
      "\ud83d",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 120 }),
          fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
        ),
        (text) => {
          const found = find(text);
          for (const { source, cue, content, within, score } of found) {
            expect(cue.length).toBeGreaterThan(0);
            expect(content.length).toBeGreaterThan(0);
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
            if (within !== null) expect(found[within]).toBeDefined();
            for (const spans of [source, cue, content]) {
              let last = -1;
              for (const [start, end] of spans) {
                expect(start).toBeGreaterThan(last);
                expect(end).toBeGreaterThan(start);
                expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
                last = end;
              }
              expect(last).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it("gives the same for the same text", () => {
    const text = readFileSync("README.md", "utf8");
    expect(find(text)).toEqual(find(text));
  });
});
