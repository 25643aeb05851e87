import { expect, it } from "vitest";
import { read } from "./actor-sample.ts";

it("reads a very long text in time that grows with its length", () => {
  const sentence =
    "Sergey Lavrov told the ministers of Armenia and Azerbaijan that he and the sides would ask the ministry, and they agreed ";
  const started = performance.now();
  const { mentions } = read(sentence.repeat(2500), "2021-01-01");
  expect(mentions.length).toBeGreaterThan(5000);
  // Minutes where each reference looks at every mention before it.
  expect(performance.now() - started).toBeLessThan(20_000);
});
