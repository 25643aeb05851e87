/** The record of the sample process as last looked at. After a wanted change: `npx vitest run apps/cli/test/golden -u`, and read the diff. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
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
