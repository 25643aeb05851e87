/** The record of the sample process as last looked at. After a wanted change: `npx vitest run apps/cli/test/golden -u`, and read the diff. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RecordFile } from "@parley/protocol";
import { expect, test } from "vitest";
import { readPaths } from "./collect.ts";
import { ROOT } from "./reader.ts";

test("the record of the sample process", async () => {
  const files = readdirSync(join(ROOT, "samples")).filter((file) => /^\d/.test(file));
  const { output } = await readPaths(
    files.map((file) => join(ROOT, "samples", file)),
    "table",
  );
  await expect(output).toMatchFileSnapshot(join(ROOT, "corpus", "golden", "samples.txt"));
});

test("two offices' versions of one call are two accounts, each by its own side", async () => {
  const pages = ["14-readout-blinken-aliyev.html", "15-readout-aliyev-blinken.html"];
  const { output } = await readPaths(
    pages.map((file) => join(ROOT, "samples", file)),
    "json",
  );
  const call = RecordFile.parse(JSON.parse(output)).occurrences.find(
    ({ kind, type }) => kind === "contact" && type === "call",
  );
  expect(call?.accounts.map(({ by, published }) => [by, published])).toEqual([
    ["ministry:USA-foreign-affairs", true],
    ["state:AZE", true],
  ]);
});
