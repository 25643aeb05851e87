/** Several named parts in one weight file: a length-prefixed JSON index, then the parts in its order. */

export function pack(parts: Record<string, Uint8Array>): Uint8Array {
  const index = new TextEncoder().encode(
    JSON.stringify(Object.entries(parts).map(([name, bytes]) => [name, bytes.length])),
  );
  const total = Object.values(parts).reduce((sum, bytes) => sum + bytes.length, 4 + index.length);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, index.length, true);
  packed.set(index, 4);
  let at = 4 + index.length;
  for (const bytes of Object.values(parts)) {
    packed.set(bytes, at);
    at += bytes.length;
  }
  return packed;
}

export function unpack(packed: Uint8Array): Record<string, Uint8Array> {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const index: [string, number][] = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  const parts: Record<string, Uint8Array> = {};
  let at = 4 + length;
  for (const [name, size] of index) {
    parts[name] = packed.subarray(at, at + size);
    at += size;
  }
  return parts;
}
