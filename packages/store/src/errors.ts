/** What goes wrong with the store itself. Expected outcomes (a conflict, nothing found) are values and not errors. */

export type StoreErrorCode =
  /** Another process has the data folder open: stop that one, or give this one another folder. */
  | "data-folder-in-use"
  /** The database was made by a later version, or an applied migration was edited afterwards. */
  | "migration-mismatch"
  /** The database cannot be reached or opened; `cause` says why. */
  | "database-unavailable"
  /** All connections to the database were taken for too long: others ask more than it can do. Try again a little later. */
  | "database-busy"
  /** Somebody else wrote first, again and again. Try once more. */
  | "write-contended";

export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
