#!/usr/bin/env node
import { createHash } from "node:crypto";
/**
 * Builds what is older than its sources, and nothing else: lexicons, the programs, the desk.
 *
 *   node scripts/build.mjs            everything
 *   node scripts/build.mjs programs   only what the command line needs (lexicons and programs)
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = resolve(import.meta.dirname, "..");

/** Each part: what it is made from, and how. A part's stamp holds the names, sizes and times of its sources. */
const PARTS = {
  lexicons: {
    from: [
      "lexicons",
      "packages/reading/src/places/city-table.ts",
      "packages/reading/src/places/fold.ts",
      "scripts/build.mjs",
    ],
    make: buildLexicons,
  },
  programs: {
    from: [
      "apps/cli/src",
      "apps/server/src",
      "packages",
      "models/load.ts",
      "lexicons/added.ts",
      "lexicons/cities.ts",
      "lexicons/load.ts",
      "scripts/build.mjs",
    ],
    make: buildPrograms,
  },
  desk: { from: ["apps/desk", "packages/protocol", "scripts/build.mjs"], make: buildDesk },
};

/** Builds the stale ones among `names`; `say` gets one line for each. Returns how many were built. */
export async function build(names = Object.keys(PARTS), say = console.error) {
  let built = 0;
  for (const name of names) {
    const { from, make } = PARTS[name];
    const stampFile = join(ROOT, "node_modules", ".parley", `${name}.stamp`);
    const stamp = fingerprint(from);
    if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) continue;
    const started = Date.now();
    await make();
    mkdirSync(join(stampFile, ".."), { recursive: true });
    writeFileSync(stampFile, stamp);
    say(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    built++;
  }
  return built;
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isFile()) return hash.update(`${relative(ROOT, path)} ${stat.size} ${stat.mtimeMs}\n`);
    for (const entry of readdirSync(path).sort())
      if (!["node_modules", "dist", ".vite"].includes(entry)) visit(join(path, entry));
  };
  for (const path of paths) visit(join(ROOT, path));
  return hash.digest("hex");
}

/** Packages that every reading loads: joined with our own sources, a start opens few files instead of two hundred. */
const JOINED =
  /^(?:any-ascii|chardet|commander|csv-parse|dom(?:elementtype|handler|utils|-serializer)|double-metaphone|entities|fastest-levenshtein|htmlparser2|temporal-(?:polyfill|utils)|zod)(?:\/|$)/;

/** Other npm packages stay outside the bundles. */
const external = (id) =>
  !id.startsWith(".") && !id.startsWith("/") && !id.startsWith("@parley/") && !JOINED.test(id);

async function bundle(inputs, folder) {
  const { rolldown } = await import("rolldown");
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  const made = await rolldown({
    input: inputs.map((input) => join(ROOT, input)),
    platform: "node",
    external,
    // A package of which nothing is used is not loaded either.
    treeshake: { moduleSideEffects: "no-external" },
    logLevel: "warn",
  });
  await made.write({
    dir: join(ROOT, folder),
    format: "esm",
    sourcemap: true,
    chunkFileNames: "[name]-[hash].js",
  });
  await made.close();
}

async function buildLexicons() {
  await bundle(["lexicons/compile.ts"], "lexicons/dist");
  const { compile } = await import(
    `${pathToFileURL(join(ROOT, "lexicons/dist/compile.js")).href}?${Date.now()}`
  );
  compile(join(ROOT, "lexicons"));
}

async function buildPrograms() {
  await bundle(["apps/cli/src/main.ts", "apps/cli/src/reading-thread.ts"], "apps/cli/dist");
  await bundle(["apps/server/src/read-worker.ts"], "apps/server/dist");
}

async function buildDesk() {
  const { build: vite } = await import("vite");
  await vite({ root: join(ROOT, "apps/desk"), logLevel: "warn" });
}

if (process.argv[1] === import.meta.filename) {
  const only = process.argv[2] === "programs" ? ["lexicons", "programs"] : undefined;
  if (!(await build(only))) console.error("everything is up to date");
}
