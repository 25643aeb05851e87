/** Recognises files that are not text by their signatures (the well-known magic numbers of file(1)) or by their bytes. */

const SIGNATURES: [name: string, bytes: number[], offset?: number][] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["ZIP archive or office document", [0x50, 0x4b, 0x03, 0x04]],
  ["ZIP archive", [0x50, 0x4b, 0x05, 0x06]],
  ["PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG image", [0xff, 0xd8, 0xff]],
  ["GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["RIFF media", [0x52, 0x49, 0x46, 0x46]],
  ["TIFF image", [0x49, 0x49, 0x2a, 0x00]],
  ["TIFF image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["gzip archive", [0x1f, 0x8b]],
  ["bzip2 archive", [0x42, 0x5a, 0x68]],
  ["xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27]],
  ["RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["executable", [0x7f, 0x45, 0x4c, 0x46]],
  ["executable", [0xcf, 0xfa, 0xed, 0xfe]],
  ["class file", [0xca, 0xfe, 0xba, 0xbe]],
  ["WebAssembly", [0x00, 0x61, 0x73, 0x6d]],
  ["SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["MP3 audio", [0x49, 0x44, 0x33]],
  ["Ogg media", [0x4f, 0x67, 0x67, 0x53]],
  ["MPEG-4 media", [0x66, 0x74, 0x79, 0x70], 4],
  ["PostScript", [0x25, 0x21, 0x50, 0x53]],
  ["tar archive", [0x75, 0x73, 0x74, 0x61, 0x72], 257],
];

const SAMPLE = 8_192;
/** More control characters than this share of the sample is no text in any single-byte charset. */
const MOST_CONTROLS = 0.05;

/** What sort of binary file the bytes are, null for text. UTF-16 text, which is full of NUL bytes, counts as text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, signature, offset = 0] of SIGNATURES)
    if (signature.every((byte, i) => bytes[offset + i] === byte)) return name;
  if (bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(0, 64).includes(0)) return "executable";
  if (utf16Order(bytes)) return null;
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample)
    if (
      (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) ||
      byte === 0x7f
    )
      controls++;
  return controls > sample.length * MOST_CONTROLS && controls > 2 ? "unknown binary" : null;
}

/** "utf-16le" or "utf-16be" where byte-order mark or the place of NUL bytes say so, else null. */
export function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8) return null;
  let low = 0;
  let high = 0;
  let spaces = 0;
  for (let i = 0; i < length; i += 2) {
    // Characters below U+0100 other than control characters, in either order.
    if (bytes[i + 1] === 0 && isPrintable(bytes[i]!)) low++;
    if (bytes[i] === 0 && isPrintable(bytes[i + 1]!)) high++;
    if ((bytes[i] === 0x20 && bytes[i + 1] === 0) || (bytes[i] === 0 && bytes[i + 1] === 0x20)) spaces++;
  }
  const pairs = length / 2;
  // Text in other scripts has spaces and digits as its only characters with a NUL byte.
  const enough = (n: number) =>
    n > pairs * 0.7 || (n > pairs * 0.05 && spaces > pairs * 0.03 && !hasNulPair(bytes, length));
  if (enough(low) && low > high * 4) return "utf-16le";
  return enough(high) && high > low * 4 ? "utf-16be" : null;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function hasNulPair(bytes: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return true;
  return false;
}
