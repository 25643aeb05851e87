/** The part of the store that needs no database: rows and their differences, for a worker thread. */
export { type Change, type Digests, difference } from "./difference.ts";
export { projectionRows, type Resolved, type Rows } from "./projection.ts";
