/**
 * `npm run bench [-- STAGE…]`: the reader and every peer that npm has, on the development sets of ../shared, in one table.
 * The command installs the peers into this folder first; what is not there is said at the end, never guessed.
 */
import { measureAttribution } from "./attribution.ts";
import { measureCode } from "./code.ts";
import { measureExtraction } from "./extract.ts";
import { measureNames } from "./names.ts";
import { measurePlaces } from "./places.ts";
import type { Measured } from "./row.ts";
import { formatBench } from "./table.ts";
import { measureTimes } from "./times-peers.ts";

const STAGES: Record<string, () => Promise<Measured>> = {
  extract: measureExtraction,
  times: measureTimes,
  names: measureNames,
  places: measurePlaces,
  attribute: measureAttribution,
  code: measureCode,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STAGES[name]);
if (unknown.length) {
  console.error(`no stage ${unknown.join(", ")}: there are ${Object.keys(STAGES).join(", ")}`);
  process.exit(2);
}
const measured: Measured[] = [];
for (const [name, measure] of Object.entries(STAGES)) {
  if (asked.length && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  measured.push(await measure());
}
console.log(formatBench(measured));
