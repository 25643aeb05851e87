#!/usr/bin/env node
import { realpathSync } from "node:fs";
/** `npx parley …`: builds what it needs on first use, then runs. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(realpathSync(import.meta.filename), "../../../..");
const { build } = await import(pathToFileURL(join(root, "scripts/build.mjs")).href);
await build(process.argv[2] === "serve" ? undefined : ["lexicons", "programs"]);
await import(pathToFileURL(join(root, "apps/cli/dist/main.js")).href);
