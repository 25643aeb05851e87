import { defineConfig } from "vitest/config";

/**
 * What a test needs decides its suite: `*.test.ts` nothing, `*.int.test.ts` PostgreSQL, `*.e2e.test.ts` a browser,
 * `*.gate.test.ts` the benchmarks in ../shared. SUITE=int, e2e or gate runs one of the others.
 */
const SUITES = ["int", "e2e", "gate"];
const suite = process.env.SUITE ?? "unit";
if (suite !== "unit" && !SUITES.includes(suite))
  throw new Error(`SUITE=${suite}: there are ${SUITES.join(", ")}`);
const report = process.env.PARLEY_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ["default", ["json", { outputFile: `${report}/${suite}.json` }]] : ["default"],
    include: [suite === "unit" ? "**/*.test.{ts,tsx}" : `**/*.${suite}.test.ts`],
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      ...(suite === "unit" ? SUITES.map((other) => `**/*.${other}.test.ts`) : []),
    ],
    testTimeout: suite === "unit" ? 60_000 : 300_000,
    hookTimeout: suite === "unit" ? 60_000 : 600_000,
    fileParallelism: suite === "unit",
  },
});
