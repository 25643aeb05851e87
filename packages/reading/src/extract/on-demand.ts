/**
 * Packages that few documents need. They are read in when the first one does, because that takes as long as reading
 * some ten documents.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const languageStatistics = (): typeof import("tinyld") => require("tinyld");
export const feedParser = (): typeof import("feedsmith") => require("feedsmith");
