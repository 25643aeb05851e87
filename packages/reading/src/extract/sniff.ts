/** Tells what a file is from its first bytes; the name decides only where the content leaves it open. */
import { binaryKind } from "./binary.ts";
import { decodeBytes } from "./decode.ts";

export type FileKind = "html" | "text" | "feed" | "ndjson" | "json" | "binary" | "empty";

/** How much of the content is looked at. */
const HEAD = 4_096;

const FEED = /<(?:rss|feed|rdf:RDF|channel)[\s>]/i;
const XML = /^\s*<\?xml/i;
const HTML =
  /<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|table|span|meta|ul|br|a)(?:[\s>/]|$)/i;

export function sniff(content: Uint8Array | string, name = ""): FileKind {
  const head = typeof content === "string" ? content.slice(0, HEAD) : headOf(content);
  if (head === null) return "binary";
  const text = head.replace(/^\ufeff/, "").trimStart();
  if (!text) return "empty";
  if (text[0] === "{" || text[0] === "[") return jsonKind(text, name);
  if (text[0] === "<") {
    if (FEED.test(text.slice(0, 1_500)) && !/<html[\s>]/i.test(text)) return "feed";
    if (HTML.test(text) || XML.test(text)) return "html";
  }
  if (/\.x?html?$/i.test(name)) return "html";
  if (/\.(?:rss|atom|rdf)$/i.test(name) && text[0] === "<") return "feed";
  return (text.match(new RegExp(HTML, "gi"))?.length ?? 0) >= 3 && /<\/(?:p|div|a|span|li|h\d)>/i.test(text)
    ? "html"
    : "text";
}

function headOf(bytes: Uint8Array): string | null {
  if (binaryKind(bytes)) return null;
  return decodeBytes(bytes.subarray(0, HEAD)).text;
}

function jsonKind(text: string, name: string): FileKind {
  if (/"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(text)) return "feed";
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return "ndjson";
  const [first, second] = text.split("\n", 2);
  const complete = first?.trimEnd().endsWith("}") ?? false;
  if (
    text[0] === "{" &&
    complete &&
    isJson(first!) &&
    (second === undefined || !second.trim() || second.trimStart()[0] === "{")
  )
    return second?.trim() || !/\.json$/i.test(name) ? "ndjson" : "json";
  if (/\.json$/i.test(name)) return "json";
  // The first line of lines longer than what is looked at.
  if (text[0] === "{" && !text.includes("\n") && /^\{\s*"[^"]+"\s*:/.test(text)) return "ndjson";
  return /^(?:\{\s*"|\[\s*[[{"\d])/.test(text) ? "json" : "text";
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
