/** Text that leaves this machine: where it is configured, and how people are told. */
import { readFileSync } from "node:fs";
import type { Tally } from "@parley/adapters";
import { type AdapterOptions, type AdapterSettings, settingsFrom } from "@parley/adapters/settings";

export const SENDING = `
Sending text elsewhere (off unless configured; every run says so on stderr)
  PARLEY_TRANSLATE_URL        a LibreTranslate server: reports in other languages are SENT THERE, translated, and read
  PARLEY_SECOND_READER_URL    an OpenAI-compatible server (…/v1): every report that is read is SENT THERE for proposals
  PARLEY_SECOND_READER_MODEL  the model it is to use
  …_KEY or …_KEY_FILE         a key, or the file that holds it; never an option, because others see a command line
  …_TIMEOUT                   seconds that one answer may take (30 and 120)
More in docs/operations.md.`;

/** Null where nothing is configured. Throws AdapterError `settings`, which says what to mend. */
export const configured = (options: AdapterOptions): AdapterSettings | null =>
  settingsFrom(options, { env: process.env, readFile: (path) => readFileSync(path, "utf8") });

/** One line on what came of it. */
export function sent({ translated, notTranslated, readTwice, notReadTwice }: Tally): string {
  const done = [`${translated} translated`, `${readTwice} read a second time`];
  const failed = [
    notTranslated && `${notTranslated} not translated, and kept unread`,
    notReadTwice && `${notReadTwice} not read a second time`,
  ].filter(Boolean);
  const why = failed.length ? `; failed: ${failed.join(", ")} (their diagnostics say why)` : "";
  return `By the endpoints: ${done.join(", ")}${why}.`;
}
