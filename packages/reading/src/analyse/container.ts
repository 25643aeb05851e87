/**
 * The layout of a weight file: the magic word, the length of a JSON header, the header, then the arrays one after
 * another, each at a multiple of 16 bytes. `pack` and `unpack` are each other's inverse.
 */

const MAGIC = "PARLEYW1";
const ALIGN = 16;

const KINDS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  f32: Float32Array,
};
type Kind = keyof typeof KINDS;
export type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array;

interface Place {
  kind: Kind;
  offset: number;
  length: number;
}

export interface Container {
  /** Whatever the arrays need to be understood: sizes, label lists, scales. */
  header: Record<string, unknown>;
  arrays: Record<string, Numbers>;
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGN) * ALIGN;
}

function kindOf(numbers: Numbers): Kind {
  const found = (Object.keys(KINDS) as Kind[]).find((kind) => numbers instanceof KINDS[kind]);
  if (!found) throw new TypeError("no such kind of array in a weight file");
  return found;
}

/** The bytes of a weight file. */
export function pack({ header, arrays }: Container): Uint8Array {
  const places: Record<string, Place> = {};
  let offset = 0;
  for (const [name, numbers] of Object.entries(arrays)) {
    offset = align(offset);
    places[name] = { kind: kindOf(numbers), offset, length: numbers.length };
    offset += numbers.byteLength;
  }
  const head = new TextEncoder().encode(JSON.stringify({ header, places }));
  const base = align(MAGIC.length + 4 + head.length);
  const bytes = new Uint8Array(base + offset);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true);
  bytes.set(head, MAGIC.length + 4);
  for (const [name, numbers] of Object.entries(arrays)) {
    bytes.set(
      new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
      base + places[name]!.offset,
    );
  }
  return bytes;
}

/** What `pack` was given. Throws on bytes that are no weight file: that is a broken installation. */
export function unpack(bytes: Uint8Array): Container {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new TypeError("not a weight file");
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const text = new TextDecoder().decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + size));
  const { header, places } = JSON.parse(text) as {
    header: Record<string, unknown>;
    places: Record<string, Place>;
  };
  const base = align(MAGIC.length + 4 + size);
  const arrays: Record<string, Numbers> = {};
  for (const [name, { kind, offset, length }] of Object.entries(places)) {
    const start = bytes.byteOffset + base + offset;
    const width = KINDS[kind].BYTES_PER_ELEMENT;
    const aligned = start % width === 0;
    arrays[name] = aligned
      ? new KINDS[kind](bytes.buffer as ArrayBuffer, start, length)
      : new KINDS[kind](bytes.slice(base + offset, base + offset + length * width).buffer);
  }
  return { header, arrays };
}
