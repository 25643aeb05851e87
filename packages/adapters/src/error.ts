/** What can go wrong with an endpoint. Every code is explained in docs/diagnostics.md, with `translation.` or `second-reader.` before it. */

export type AdapterCode =
  /** Not configured as it must be; only at the start. */
  | "settings"
  | "unreachable"
  | "timeout"
  | "redirected"
  | "wrong-address"
  | "key"
  | "quota"
  | "busy"
  | "failing"
  | "rejected"
  | "unreadable"
  | "too-long"
  | "language"
  | "model"
  | "declined"
  | "cut-short";

/** `message` names the host and says what to do; it never holds a key. */
export class AdapterError extends Error {
  constructor(
    readonly code: AdapterCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
