/** Files as they were given → sources: pages, plain text, feeds with many entries, JSON lines. */

import { decodeBytes, readFeed, type Source, sniff } from "@parley/reading";
import type { Given } from "@parley/store";
import { z } from "zod";
import type { Limits } from "./context.ts";

/** A line of a JSON-lines file; fields it does not know are passed over. */
const Line = z
  .object({
    id: z.string().min(1).max(200),
    text: z.string(),
    html: z.string(),
    url: z.string(),
    title: z.string(),
    published: z.string(),
    outlet: z.string(),
  })
  .partial()
  .refine((line) => line.text !== undefined || line.html !== undefined, {
    message: "a line needs `text` or `html`",
  });

/** One file; where it holds several reports (feed, JSON lines), one for each. Never empty. */
export function reportsOf(name: string, bytes: Uint8Array): Given[] {
  const kind = sniff(bytes, name);
  const { text, diagnostics } = decodeBytes(bytes);
  if (kind === "ndjson") return orEmpty(name, lines(name, text));
  if (kind === "feed")
    return orEmpty(
      name,
      readFeed(text).sources.map((source, i) => ({
        name: source.title || `${name}#${i + 1}`,
        source: { ...source },
      })),
    );
  const source: Source = kind === "html" ? { html: text } : { text: kind === "binary" ? "" : text };
  return [{ name, source: { ...source, ...(diagnostics.length ? { diagnostics } : {}) } }];
}

export function tooLarge(name: string, { file }: Limits): Given {
  return refused(
    name,
    "file-too-large",
    `The file is larger than ${Math.floor(file / 1024 / 1024)} MB and was not kept.`,
  );
}

function lines(name: string, text: string): Given[] {
  return text.split("\n").flatMap((line, i) => {
    if (!line.trim()) return [];
    const at = `${name}:${i + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line.replace(/^\ufeff/, ""));
    } catch (error) {
      return refused(at, "line-no-json", `Line ${i + 1} is no JSON: ${(error as Error).message}.`);
    }
    const parsed = Line.safeParse(json);
    if (!parsed.success)
      return refused(at, "line-misshapen", `Line ${i + 1}: ${z.prettifyError(parsed.error)}`);
    return { name: parsed.data.title ?? at, source: parsed.data };
  });
}

const orEmpty = (name: string, found: Given[]) =>
  found.length ? found : [refused(name, "file-empty", "The file holds no report.")];

const refused = (name: string, rule: string, message: string): Given => ({
  name,
  source: {},
  refused: { rule, message, start: null, end: null },
});
