/** Whether a picture ends where its format says that it ends: what comes after belongs to something else. */

export function isWholePicture(bytes: Uint8Array, type: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (type === "image/png") return endOfPng(view) === bytes.length;
    if (type === "image/jpeg") return endOfJpeg(view) === bytes.length;
    return type === "image/webp" && endOfWebp(view) === bytes.length;
  } catch (error) {
    // It broke off before its end.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** PNG, 5.2–5.3: a signature of eight bytes, then chunks of length, type, content and checksum up to IEND. */
function endOfPng(view: DataView): number {
  for (let at = 8; ; ) {
    const last = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + view.getUint32(at);
    if (last) return at;
  }
}

/** ITU T.81, B.1: segments with a marker and a length; after a scan's header its data, up to the next true marker. */
function endOfJpeg(view: DataView): number {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return -1;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return at + 2;
    else {
      at += 2 + view.getUint16(at + 2);
      if (marker === 0xda) at = endOfScan(view, at);
    }
  }
}

function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at++) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    const stuffed = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
    if (!stuffed && next !== 0xff) return at;
  }
}

/** RIFF: four letters, the length of the rest, padded to an even number. */
function endOfWebp(view: DataView): number {
  const length = view.getUint32(4, true);
  return 8 + length + (length % 2);
}
