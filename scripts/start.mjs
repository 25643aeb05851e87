#!/usr/bin/env node
/** `npm start`: installs and builds what is missing, then serves the desk with the sample process read in. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installMissing } from "./install.mjs";

installMissing();
const { build, ROOT } = await import("./build.mjs");
await build();
process.argv.splice(2, 0, "serve");
await import(pathToFileURL(join(ROOT, "apps/cli/dist/main.js")).href);
