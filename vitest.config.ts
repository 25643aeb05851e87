import { defineConfig } from "vitest/config";

/** Cost decides the suite: `*.test.ts` needs nothing, `*.int.test.ts` real services, `*.e2e.test.ts` a browser. */
const suite = process.env.SUITE ?? "unit";
const include =
  { unit: "**/*.test.ts", int: "**/*.int.test.ts", e2e: "**/*.e2e.test.ts" }[suite] ?? "**/*.test.ts";

const report = process.env.PARLEY_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ["default", ["json", { outputFile: `${report}/${suite}.json` }]] : ["default"],
    include: [include, ...(suite === "unit" ? ["**/*.test.tsx"] : [])],
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      ...(suite === "unit" ? ["**/*.int.test.ts", "**/*.e2e.test.ts"] : []),
    ],
    testTimeout: suite === "unit" ? 20_000 : 120_000,
    fileParallelism: suite === "unit",
  },
});
