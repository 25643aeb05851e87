/** Files made byte by byte, as small as their formats allow. */
import { crc32, deflateSync } from "node:zlib";

const latin = (text: string) => Buffer.from(text, "latin1");
const big = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const little = (value: number, length: 2 | 4) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntLE(value, 0, length);
  return bytes;
};

export function png(): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([latin(type), content]);
    return Buffer.concat([big(content.length), body, big(crc32(body))]);
  };
  const header = Buffer.concat([big(1), big(1), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function jpeg(): Buffer {
  const segment = (marker: number, content: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), little(content.length + 2, 2).swap16(), content]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin("JFIF\0\x01\x01\0\0\x01\0\x01\0\0")),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // Data of the scan, with a stuffed byte and a restart in it.
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function webp(): Buffer {
  const body = Buffer.concat([latin("WEBPVP8L"), little(2, 4), Buffer.from([0x2f, 0])]);
  return Buffer.concat([latin("RIFF"), little(body.length, 4), body]);
}

export const pdf = (words = "a page") =>
  latin(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** An archive whose entries are not compressed. */
export function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text);
    const common = Buffer.concat([
      ...[little(20, 2), little(0, 2), little(0, 2), little(0, 4)],
      ...[little(crc32(content), 4), little(content.length, 4), little(content.length, 4)],
      ...[little(name.length, 2), little(0, 2)],
    ]);
    const local = Buffer.concat([latin("PK\x03\x04"), common, latin(name), content]);
    directory.push(
      Buffer.concat([
        ...[latin("PK\x01\x02"), little(20, 2), common, little(0, 2), little(0, 4), little(0, 4)],
        ...[little(at, 4), latin(name)],
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const count = directory.length;
  const end = Buffer.concat([
    ...[latin("PK\x05\x06"), little(0, 4), little(count, 2), little(count, 2)],
    ...[little(list.length, 4), little(at, 4), little(0, 2)],
  ]);
  return Buffer.concat([...parts, list, end]);
}

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
export const docx = (more: Record<string, string> = {}, main = MAIN) =>
  zip({
    "[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "word/document.xml": "<document/>",
    ...more,
  });
export const odt = () =>
  zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office/>" });
