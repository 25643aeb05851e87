/** The arrows between packages: who may import whom. A new package must be entered here before it can be imported. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

const MAY_IMPORT: Record<string, string[]> = {
  protocol: [],
  reading: ["protocol"],
  resolution: ["protocol", "reading"],
  record: ["protocol"],
  tables: ["protocol"],
  adapters: ["protocol", "reading"],
  store: ["protocol", "record"],
  desk: ["protocol"],
  lexicons: ["reading"],
  models: ["reading", "lexicons"],
  server: ["protocol", "reading", "resolution", "record", "adapters", "store", "lexicons", "models"],
  cli: [
    ...["protocol", "reading", "resolution", "record", "adapters", "store", "tables"],
    ...["lexicons", "models", "server"],
  ],
};
const FOLDERS: Record<string, string> = {
  ...Object.fromEntries(
    ["protocol", "reading", "resolution", "record", "adapters", "store", "tables"].map((p) => [
      p,
      `packages/${p}/src`,
    ]),
  ),
  ...Object.fromEntries(["server", "cli", "desk"].map((p) => [p, `apps/${p}/src`])),
  lexicons: "lexicons",
  models: "models",
};
/** Clock, randomness, network, files and environment belong to the apps (and to the store, which is one with its files). */
const PURE = ["protocol", "reading", "resolution", "record", "tables"];
const IMPURE =
  /from "(node:)?(fs|net|http|https|child_process|worker_threads|os|process)(\/[a-z]+)?"|\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/;

interface Import {
  file: string;
  to: string;
}

/** Tests and what only tests use (`*-sample.ts`) may reach for anything. */
const sources = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter(
      (f) =>
        /\.tsx?$/.test(f) && !/(^|\/)(node_modules|dist)\//.test(f) && !/(\.test\.tsx?|-sample\.ts)$/.test(f),
    )
    .map((f) => join(folder, f));

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

function importsOf(file: string): Import[] {
  const specifiers = [...read(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((m) => m[1]!);
  return specifiers.map((to) => ({ file, to }));
}

test.each(Object.keys(MAY_IMPORT))("%s imports only what lies below it", (name) => {
  const allowed = MAY_IMPORT[name]!;
  const wrong = sources(FOLDERS[name]!)
    .flatMap(importsOf)
    .filter(({ to }) => {
      const other = /^@parley\/([a-z]+)/.exec(to)?.[1];
      if (other) return !allowed.includes(other);
      // Training scripts reach into the very stages of reading that they train.
      return name !== "models" && to.startsWith("..") && /\/(apps|packages|lexicons|models|db)\//.test(to);
    });
  expect(wrong).toEqual([]);
});

test.each(PURE)("%s touches no clock, chance, file, network or environment", (name) => {
  const files = sources(FOLDERS[name]!);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => IMPURE.test(read(file)))).toEqual([]);
});

test("adapters reach the network and the clock in one file", () => {
  const impure = sources(FOLDERS.adapters!).filter((file) => IMPURE.test(read(file)));
  expect(impure).toEqual(["packages/adapters/src/network.ts"]);
});

/** Within reading a later stage may import an earlier one, and only `read.ts` and `index.ts` know them all. */
const STAGES = [
  "extract",
  "linear",
  "analyse",
  "times",
  "places",
  "actors",
  "attribution",
  "code",
  "frames",
  "claims",
  "translation",
  "proposals",
];

test("reading's stages never reach back", () => {
  const wrong = sources(FOLDERS.reading!)
    .flatMap(importsOf)
    .filter(({ file, to }) => {
      const from = STAGES.indexOf(file.split("/")[3]!);
      const stage = STAGES.indexOf(/^\.\.\/([a-z]+)\//.exec(to)?.[1] ?? "");
      return from >= 0 && stage > from;
    });
  expect(wrong).toEqual([]);
});
