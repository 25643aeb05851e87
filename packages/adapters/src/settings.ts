/** Which endpoints are to be used, from options and environment. Nothing configured, nothing sent. */
import { AdapterError } from "./error.ts";

export interface Endpoint {
  /** Without a slash at the end. */
  address: string;
  /** Name and port, as people are told it. */
  host: string;
  key: string | null;
  /** Milliseconds that one answer may take. */
  timeout: number;
}

export interface AdapterSettings {
  translator: Endpoint | null;
  secondReader: (Endpoint & { model: string }) | null;
}

/** Given on the command line; wins over the environment. Keys are no options: a command line is seen by others. */
export interface AdapterOptions {
  translate?: string;
  secondReader?: string;
  secondReaderModel?: string;
}

export interface Surroundings {
  env: Record<string, string | undefined>;
  readFile(path: string): string;
}

/** Seconds. A translation of a few paragraphs takes one or two, a model on a small machine a minute or two. */
const TRANSLATE_TIMEOUT = 30;
const SECOND_READER_TIMEOUT = 120;
const LONGEST_TIMEOUT = 280;

/** Null where neither is configured. Throws AdapterError `settings`, which says what to mend. */
export function settingsFrom(
  options: AdapterOptions,
  { env, readFile }: Surroundings,
): AdapterSettings | null {
  const endpoint = (prefix: string, given: string | undefined, timeout: number): Endpoint | null => {
    const address = given ?? env[`${prefix}_URL`];
    if (!address?.trim()) return null;
    const key = keyOf(prefix, { env, readFile });
    return { ...addressOf(address.trim(), prefix), key, timeout: timeoutOf(prefix, env, timeout) };
  };
  const translator = endpoint("PARLEY_TRANSLATE", options.translate, TRANSLATE_TIMEOUT);
  const second = endpoint("PARLEY_SECOND_READER", options.secondReader, SECOND_READER_TIMEOUT);
  const model = (options.secondReaderModel ?? env.PARLEY_SECOND_READER_MODEL)?.trim();
  if (second && !model)
    throw wrong(
      "A second reader needs the name of its model: --second-reader-model or PARLEY_SECOND_READER_MODEL.",
    );
  if (model && !second)
    throw wrong(
      "There is a model for a second reader and no address: --second-reader or PARLEY_SECOND_READER_URL.",
    );
  if (!translator && !second) return null;
  return { translator, secondReader: second && model ? { ...second, model } : null };
}

const wrong = (message: string): AdapterError => new AdapterError("settings", message);

/** The address itself is not repeated where it is wrong: it may hold a password. */
function addressOf(given: string, prefix: string): { address: string; host: string } {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw wrong(`${prefix}_URL must be an address that begins with http:// or https://.`);
  if (url.username || url.password || url.search || url.hash)
    throw wrong(
      `${prefix}_URL must hold no password, question mark or #. Give a key in ${prefix}_KEY or ${prefix}_KEY_FILE.`,
    );
  return { address: `${url.origin}${url.pathname}`.replace(/\/+$/, ""), host: url.host };
}

function keyOf(prefix: string, { env, readFile }: Surroundings): string | null {
  const [own, file] = [env[`${prefix}_KEY`], env[`${prefix}_KEY_FILE`]];
  if (own && file) throw wrong(`Give ${prefix}_KEY or ${prefix}_KEY_FILE, not both.`);
  const key = (file ? keyIn(file, prefix, readFile) : own)?.trim();
  if (!key) return null;
  if (!/^[\x21-\x7e]+$/.test(key))
    throw wrong(`The key for ${prefix}_URL holds blanks, line ends or other signs no key has.`);
  return key;
}

function keyIn(file: string, prefix: string, readFile: (path: string) => string): string {
  try {
    return readFile(file);
  } catch (cause) {
    throw new AdapterError("settings", `${prefix}_KEY_FILE: ${file} cannot be read.`, { cause });
  }
}

function timeoutOf(prefix: string, env: Surroundings["env"], usual: number): number {
  const given = env[`${prefix}_TIMEOUT`]?.trim();
  const seconds = given ? Number(given) : usual;
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT))
    throw wrong(`${prefix}_TIMEOUT must be a number of seconds, at most ${LONGEST_TIMEOUT}.`);
  return seconds * 1_000;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** The one line that every run says before it reads: that text leaves, which, and where it goes. */
export function notice({ translator, secondReader }: AdapterSettings): string {
  const to = ({ host, address }: Endpoint): string => {
    if (LOOPBACK.test(host)) return `${host} (this machine)`;
    return address.startsWith("http:") ? `${host} (without encryption)` : host;
  };
  const parts = [
    translator && `reports in other languages to ${to(translator)}, for translation`,
    secondReader &&
      `every report that is read to ${to(secondReader)}, for a second reading by ${secondReader.model}`,
  ];
  return `SENDS TEXT ELSEWHERE: ${parts.filter(Boolean).join("; ")}.`;
}
