#!/usr/bin/env node
/**
 * Writes into package-lock.json the optional parts for other systems that npm left out: it drops those that the registry
 * in use does not offer, and `npm ci` then refuses the file. Run it after `npm install` where `npm ci` says "Missing".
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FILE = join(resolve(import.meta.dirname, ".."), "package-lock.json");
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const { packages } = lock;
let added = 0;
for (const [path, owner] of Object.entries({ ...packages }))
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (!/^\d/.test(version)) continue;
    const found = seenFrom(path, name);
    if (packages[found]?.version === version) continue;
    packages[found ? `${path}/node_modules/${name}` : `node_modules/${name}`] = partOf(owner, name, version);
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional parts added`);

/** Where Node would find the package from this path; undefined where nowhere. */
function seenFrom(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const candidate = `${at && `${at}/`}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!at) return undefined;
  }
}

/** What npm writes of such a part, told from its name: "@scope/cli-linux-arm64-musl". */
function partOf(owner, name, version) {
  const words = name.split("/").at(-1).split("-");
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = [...(words.includes("musl") ? ["musl"] : []), ...(words.includes("gnu") ? ["glibc"] : [])];
  return {
    version,
    ...(cpu.length ? { cpu } : {}),
    ...(owner.dev ? { dev: true } : {}),
    ...(libc.length ? { libc } : {}),
    license: owner.license,
    optional: true,
    ...(os.length ? { os } : {}),
    ...(owner.engines ? { engines: owner.engines } : {}),
  };
}
