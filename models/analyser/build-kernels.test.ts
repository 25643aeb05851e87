import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KERNEL } from "../../packages/reading/src/analyse/kernel.generated.ts";
import { compileKernel } from "./build-kernels.ts";

// The compiler is a dependency of training only (models/analyser/package.json).
const compiler = join(import.meta.dirname, "node_modules/assemblyscript");

test.skipIf(!existsSync(compiler))(
  "the kernel in the reading package is the one written here",
  { timeout: 60_000 },
  async () => {
    expect(Buffer.from(await compileKernel("run-kernel")).toString("base64")).toBe(KERNEL);
  },
);
