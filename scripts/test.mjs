#!/usr/bin/env node
/** `npm test`: types, style and every test that needs no outside service; says what it leaves out. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { installMissing } from "./install.mjs";

installMissing();
const ROOT = resolve(import.meta.dirname, "..");
const { build } = await import("./build.mjs");
await build(["lexicons", "programs"]);

let failed = 0;
function step(name, file, args) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(ROOT, "node_modules", file), ...args], {
    cwd: ROOT,
    stdio: ["ignore", 1, 2],
  });
  if (status !== 0) failed++;
}
step("types", "typescript/bin/tsc", ["--noEmit"]);
step("style", "@biomejs/biome/bin/biome", ["check", "--diagnostic-level=warn", "--error-on-warnings", "."]);
step("tests", "vitest/vitest.mjs", ["run", ...process.argv.slice(2)]);
console.log(
  "\nnot run here: *.int.test.ts (need PostgreSQL), *.e2e.test.ts (need Chromium), *.gate.test.ts (need ../shared)",
);
console.log("all of them: .ci/run; one suite: SUITE=int npx vitest run");
process.exit(failed ? 1 : 0);
