#!/usr/bin/env node
/** Adds up the reports of all suites: `count.mjs FOLDER BROKEN_STEPS` prints "N passed, N failed" and fails with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, broken = "0"] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((f) => f.endsWith(".json"))) {
  const report = JSON.parse(readFileSync(join(folder, file), "utf8"));
  passed += report.numPassedTests;
  failed +=
    report.numFailedTests +
    (report.numFailedTestSuites && !report.numFailedTests ? report.numFailedTestSuites : 0);
}
// A step that broke without a failing test (types, style, a crash) counts as one failure.
failed = Math.max(failed, Number(broken));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
