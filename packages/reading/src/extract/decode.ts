/**
 * From bytes to text, whatever they claim to be: byte-order mark, then valid UTF-8, then the declared charset where the
 * bytes are plausible in it, then statistics. Never throws; binary files give no text and say what they are.
 */
import type { Diagnostic } from "@parley/protocol";
import { analyse } from "chardet";
import { binaryKind, utf16Order } from "./binary.ts";
import { note } from "./characters.ts";

export interface Decoded {
  text: string;
  /** WHATWG encoding name in lower case, or "binary". */
  charset: string;
  diagnostics: Diagnostic[];
}

/** Bytes that are decoded at most. */
export const MOST_BYTES = 32_000_000;
const DECLARATION = 4_096;
/** Bytes outside ASCII that the statistics look at. */
const SAMPLE = 12_000;
/** chardet's confidence (0–100) by which another charset must beat the declared one. */
const CLEAR_LEAD = 25;

/** chardet's names that WHATWG knows under another label. */
const LABELS: Record<string, string> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-9": "windows-1254",
  ascii: "utf-8",
  "us-ascii": "utf-8",
};

export function decodeBytes(bytes: Uint8Array, hints: { charset?: string } = {}): Decoded {
  const diagnostics: Diagnostic[] = [];
  const kind = binaryKind(bytes);
  if (kind)
    return { text: "", charset: "binary", diagnostics: [note("input.binary", `not a text file: ${kind}`)] };
  let input = bytes;
  if (bytes.length > MOST_BYTES) {
    diagnostics.push(
      note("input.truncated", `only the first ${MOST_BYTES} of ${bytes.length} bytes were read`),
    );
    input = bytes.subarray(0, MOST_BYTES);
  }
  const declared = label(hints.charset) ?? label(declaredIn(input));
  const charset = charsetOf(input, declared);
  if (declared && charset !== declared && !(isAscii(input) && declared !== "utf-16le"))
    diagnostics.push(note("charset.wrong", `declared as ${declared}, but the bytes are ${charset}`));
  else if (!declared && charset !== "utf-8" && !hasMark(input))
    diagnostics.push(note("charset.detected", `no charset declared; read as ${charset}`));
  const text = new TextDecoder(charset).decode(input);
  return { text: charset === "windows-1252" ? westernPunctuation(text) : text, charset, diagnostics };
}

/** Letters of windows-1252 from 0x80 (WHATWG index): Node 20 decodes these bytes as ISO-8859-1 control characters. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function westernPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80]!);
}

function charsetOf(bytes: Uint8Array, declared: string | null): string {
  const wide = utf16Order(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return declared === "iso-2022-jp" || hasEscapes(bytes) ? "iso-2022-jp" : "utf-8";
  const ranked = rank(sampleOf(bytes));
  const best = ranked.find(({ charset }) => decodes(bytes, charset));
  if (!declared || declared.startsWith("utf-")) return best?.charset ?? "windows-1252";
  const own = ranked.find(({ charset }) => family(charset) === family(declared));
  if (!decodes(bytes, declared)) return best?.charset ?? declared;
  return best &&
    family(best.charset) !== family(declared) &&
    best.confidence - (own?.confidence ?? 0) >= CLEAR_LEAD
    ? best.charset
    : declared;
}

/** Charsets of one family decode the same letters; the declared member is kept. */
function family(charset: string): string {
  if (/^gb/.test(charset)) return "gb";
  if (/^(?:windows-1252|iso-8859-1|iso-8859-15|windows-1254)$/.test(charset)) return "latin";
  if (/^(?:windows-1250|iso-8859-2)$/.test(charset)) return "central";
  return charset;
}

function rank(sample: Uint8Array): { charset: string; confidence: number }[] {
  return analyse(sample)
    .map(({ name, confidence }) => ({ charset: label(name), confidence }))
    .filter(
      (match): match is { charset: string; confidence: number } =>
        match.charset !== null && !match.charset.startsWith("utf-"),
    );
}

/** WHATWG name of a charset label, null for one that no browser knows. */
function label(name: string | null | undefined): string | null {
  if (!name) return null;
  const lower = name.trim().toLowerCase();
  try {
    return new TextDecoder(LABELS[lower] ?? lower).encoding;
  } catch {
    return null;
  }
}

/** `charset` of a meta element or of the XML declaration. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION));
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  return found?.[1] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodes(bytes, "utf-8");
}

/** True where every byte sequence is valid, but for one cut off at the end and one in ten thousand elsewhere. */
function decodes(bytes: Uint8Array, charset: string): boolean {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, 1_000_000), { stream: true });
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  return lost * 10_000 <= text.length;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1_000_000).every((byte) => byte < 0x80);
}

function hasEscapes(bytes: Uint8Array): boolean {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 65_536));
  return head.includes("\u001b$B") || head.includes("\u001b$@");
}

function hasMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The text around bytes outside ASCII, without markup: what the statistics should see. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  let inTag = false;
  for (let i = 0; i < bytes.length && length < SAMPLE; i++) {
    const byte = bytes[i]!;
    if (byte === 0x3c) inTag = true;
    else if (byte === 0x3e) inTag = false;
    else if (
      !inTag &&
      (byte >= 0x80 || byte === 0x20 || byte === 0x0a || (bytes[i - 1] ?? 0) >= 0x80 || (byte & 0xdf) >= 0x41)
    )
      sample[length++] = byte;
  }
  return sample.subarray(0, length);
}
