/** Compiles the arithmetic kernels from AssemblyScript. */
import { join } from "node:path";

interface Compiler {
  main(
    args: string[],
    options: { writeFile(name: string, contents: Uint8Array | string): void; baseDir?: string },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>;
}

/** WebAssembly bytes of `kernel/<name>.ts`. */
export async function compileKernel(name: string): Promise<Uint8Array> {
  const module: string = "assemblyscript/asc";
  const asc = ((await import(module)) as { default: Compiler }).default;
  let bytes: Uint8Array | null = null;
  const source = join(import.meta.dirname, "kernel", `${name}.ts`);
  const flags = [
    "-o",
    `${name}.wasm`,
    "-O3",
    "--noAssert",
    "--enable",
    "simd",
    "--runtime",
    "stub",
    "--initialMemory",
    "2",
  ];
  const { error, stderr } = await asc.main([source, ...flags, "--baseDir", "/"], {
    writeFile: (file, contents) => {
      if (file.endsWith(".wasm") && typeof contents !== "string") bytes = contents;
    },
  });
  if (error || !bytes)
    throw new Error(`the kernel ${name} does not compile: ${stderr.toString()}`, { cause: error });
  return bytes;
}
