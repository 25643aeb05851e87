/** What `parley read` is pointed at → sources, one at a time: files, folders, feeds, saved pages, JSON lines, stdin. */
import { createReadStream, type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decodeBytes, readFeed, type Source, sniff } from "@parley/reading";
import { z } from "zod";
import { type LineError, parseLines } from "./lines.ts";

/** One line of `--ndjson`. */
export const SourceLine = z
  .object({
    id: z.string().optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    url: z.string().optional(),
    title: z.string().nullish(),
    published: z.string().nullish(),
    outlet: z.string().nullish(),
    author: z.string().nullish(),
  })
  .refine((line) => line.text !== undefined || line.html !== undefined, {
    message: "a line needs `text` or `html`",
  });

export type Input = { name: string; source: Source } | { name: string; failure: LineError };

/** Larger files are refused: no report is that long, and reading one would starve the rest. */
const LARGEST = 120 * 1024 * 1024;

export async function* readInputs(paths: string[], options: { ndjson: boolean }): AsyncGenerator<Input> {
  for (const path of paths.length ? paths : ["-"]) {
    if (path === "-")
      yield* options.ndjson
        ? readLines("stdin", process.stdin)
        : readBytes("stdin", await collect(process.stdin));
    else yield* readPath(path, options.ndjson);
  }
}

async function* readPath(path: string, ndjson: boolean): AsyncGenerator<Input> {
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(path);
  } catch {
    yield fail(path, "input.absent", `${path}: there is no such file or folder`);
    return;
  }
  if (found.isDirectory()) {
    const entries: Dirent[] = readdirSync(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (!entry.name.startsWith(".")) yield* readPath(join(path, entry.name), ndjson);
    return;
  }
  if (ndjson || /\.(ndjson|jsonl)(\.gz)?$/.test(path)) {
    const file = createReadStream(path);
    yield* readLines(path, path.endsWith(".gz") ? file.pipe(createGunzip()) : file);
    return;
  }
  if (found.size > LARGEST) {
    yield fail(
      path,
      "input.too-large",
      `${path}: ${found.size} bytes; at most ${LARGEST} are read. Split it and try again.`,
    );
    return;
  }
  yield* readBytes(path, readFileSync(path));
}

/** A file whose bytes are no text is still a source: the reader keeps it with the diagnostic that says why. */
async function* readBytes(name: string, bytes: Uint8Array): AsyncGenerator<Input> {
  const kind = sniff(bytes, name);
  if (kind === "ndjson") {
    yield* readLines(name, Readable.from([Buffer.from(bytes)]));
    return;
  }
  const { text, diagnostics } = decodeBytes(bytes);
  if (kind === "feed") {
    for (const [i, source] of readFeed(text).sources.entries()) yield { name: `${name}#${i + 1}`, source };
    return;
  }
  const source: Source = kind === "html" ? { html: text } : { text: kind === "binary" ? "" : text };
  yield { name, source: { ...source, diagnostics, ...(name === "stdin" ? {} : { url: name }) } };
}

async function* readLines(name: string, stream: Readable): AsyncGenerator<Input> {
  for await (const item of parseLines(stream, SourceLine)) {
    if ("failure" in item) {
      yield { name: `${name}:${item.line}`, failure: item.failure };
      continue;
    }
    const { author, title, published, outlet, ...rest } = item.value;
    const source: Source = { ...rest };
    if (title) source.title = title;
    if (published) source.published = published;
    if (outlet) source.outlet = outlet;
    if (author) source.authors = [author];
    yield { name: `${name}:${item.line}`, source };
  }
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const fail = (name: string, code: "input.absent" | "input.too-large", message: string): Input => ({
  name,
  failure: { id: null, error: { code, message } },
});
