/**
 * What a file is, from its content alone. Taken are documents, pictures and plain text: a closed list. Not taken: what
 * a browser would run (HTML, SVG), programs, macros, two kinds of file in one, and archives, into which nobody here can look.
 */
import { fileTypeFromBuffer } from "file-type";
import { isWholePicture } from "./whole-picture.ts";

export interface FileKind {
  /** Media type. */
  type: string;
  /** That fit it, the usual one first. */
  endings: [string, ...string[]];
  /** A picture whose every byte belongs to the picture. */
  preview: boolean;
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const KINDS: Record<string, { endings: [string, ...string[]]; zipped?: true; picture?: true }> = {
  "application/pdf": { endings: [".pdf"] },
  [`${OOXML}.wordprocessingml.document`]: { endings: [".docx"], zipped: true },
  [`${OOXML}.spreadsheetml.sheet`]: { endings: [".xlsx"], zipped: true },
  "application/vnd.oasis.opendocument.text": { endings: [".odt"], zipped: true },
  "application/vnd.oasis.opendocument.spreadsheet": { endings: [".ods"], zipped: true },
  "image/png": { endings: [".png"], picture: true },
  "image/jpeg": { endings: [".jpg", ".jpeg"], picture: true },
  "image/webp": { endings: [".webp"], picture: true },
};
/** Plain text is told apart by its name alone, and by what a calendar begins with. */
const TEXTS: [string, FileKind["type"]][] = [
  [".csv", "text/csv"],
  [".ics", "text/calendar"],
  [".txt", "text/plain"],
];

/** Null where it is not taken. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<FileKind | null> {
  if (bytes.length === 0) return null;
  // By its first bytes such text could be sound.
  if (isUtf16(bytes)) return textKind(bytes, name);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found || found.mime === "text/calendar") return textKind(bytes, name);
  const known = KINDS[found.mime];
  if (!known) return null;
  const { endings, zipped = false, picture = false } = known;
  if (zipped ? !isCleanPackage(bytes) : hidesArchive(bytes) && !picture) return null;
  if (found.mime === "application/pdf" && !isPlainPdf(bytes)) return null;
  return { type: found.mime, endings, preview: picture && isWholePicture(bytes, found.mime) };
}

const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

const MARKUP =
  /<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|style|link|meta|base|form)\b/i;
/** Browsers look no further when they guess. */
const LOOKED_AT = 8192;

function textKind(bytes: Uint8Array, name: string): FileKind | null {
  const text = new TextDecoder(isUtf16(bytes) ? "utf-16le" : "latin1").decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what holds them is no text
  if (/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text)) return null;
  if (MARKUP.test(text.slice(0, LOOKED_AT)) || text.startsWith("#!")) return null;
  const lower = name.toLowerCase();
  const [ending, type] = TEXTS.find(([one]) => lower.endsWith(one)) ?? [".txt", "text/plain"];
  if (type === "text/calendar" && !/^(\ufeff|ï»¿)?BEGIN:VCALENDAR\r?\n/.test(text)) return null;
  return { type, endings: [ending], preview: false };
}

/** From its first byte to its last one archive, and no macros in it. */
function isCleanPackage(bytes: Uint8Array): boolean {
  const end = endOfArchive(bytes);
  return end === bytes.length && !includes(bytes, "vbaProject.bin");
}

const hidesArchive = (bytes: Uint8Array) => endOfArchive(bytes) !== null;

function isPlainPdf(bytes: Uint8Array): boolean {
  const at = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
  return at(0, 5) === "%PDF-" && !MARKUP.test(at(0, 1024)) && at(-2048).includes("%%EOF");
}

const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
const LONGEST_COMMENT = 65_535;

/** Where the last archive in it ends, in bytes; null where there is none in its last part. */
function endOfArchive(bytes: Uint8Array): number | null {
  const from = Math.max(0, bytes.length - LONGEST_COMMENT - 22);
  for (let at = bytes.length - 22; at >= from; at--)
    if (END_RECORD.every((byte, i) => bytes[at + i] === byte))
      return at + 22 + bytes[at + 20]! + bytes[at + 21]! * 256;
  return null;
}

const includes = (bytes: Uint8Array, words: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words);
