/** Compiles `kernel/run-kernel.ts` into the reading package: `npm run build:kernel`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileKernel } from "./build-kernels.ts";

const bytes = await compileKernel("run-kernel");
const target = join(import.meta.dirname, "../../packages/reading/src/analyse/kernel.generated.ts");
writeFileSync(
  target,
  `/** WebAssembly compiled from models/analyser/kernel/run-kernel.ts by \`npm run build:kernel\`. Not edited by hand. */
export const KERNEL =
  "${Buffer.from(bytes).toString("base64")}";
`,
);
console.error(`${bytes.length} bytes of kernel`);
