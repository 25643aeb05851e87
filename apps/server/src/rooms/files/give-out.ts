/**
 * A file on its way out: always to be saved, never a page. Whether the viewer may see it is asked anew for every piece,
 * so that who is unseated in the middle of it gets no more.
 */
import { Readable } from "node:stream";
import type { FileView } from "@parley/protocol";
import type { Viewer } from "@parley/record";
import { asMachineWithin, findFile, readPart } from "@parley/store";
import type { FastifyReply } from "fastify";
import type { Context } from "../../context.ts";
import { notFound } from "../../problem.ts";
import { PART } from "./take-in.ts";

export interface Wanted {
  process: string;
  message: string;
  sha256: string;
  viewer: Viewer;
  /** As a picture beside its message, where it is one through and through. */
  preview: boolean;
  range: string | undefined;
  /** The hash that whoever asks has already, as `If-None-Match` has it. */
  has: string | undefined;
}

/** Throws ApiProblem `not-found`. */
export async function giveOut(
  { store }: Pick<Context, "store">,
  wanted: Wanted,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { viewer } = wanted;
  const file = await store.as(viewer, (session) => findFile(session, wanted));
  if (!file) throw notFound();
  const tag = `"${file.sha256}"`;
  reply.headers({
    etag: tag,
    "accept-ranges": "bytes",
    "content-disposition": saveAs(file),
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  if (wanted.has === tag) return reply.code(304).send();
  const range = rangeOf(wanted.range, file.size);
  if (range === "outside") return reply.code(416).header("content-range", `bytes */${file.size}`).send();
  const { from, to } = range ?? { from: 0, to: file.size - 1 };
  if (range) reply.code(206).header("content-range", `bytes ${from}-${to}/${file.size}`);
  return reply
    .type(wanted.preview && file.preview ? file.type : "application/octet-stream")
    .header("content-length", to - from + 1)
    .send(Readable.from(pieces()));

  async function* pieces() {
    for (let part = Math.floor(from / PART); part * PART <= to; part++) {
      const bytes = await store.as(viewer, async (session) => {
        const still = await findFile(session, wanted);
        if (!still) throw notFound();
        return asMachineWithin(session, () => readPart(session, still.parts, part));
      });
      const begin = part * PART;
      yield bytes.subarray(Math.max(0, from - begin), Math.min(bytes.length, to - begin + 1));
    }
  }
}

/** RFC 6266 and 8187: the name in ASCII for old programs, and as it is. */
function saveAs({ name }: FileView): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

/** RFC 9110, 14: one range of bytes. Null where all is asked for, or what cannot be understood. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | "outside" | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const [first, last] = [found[1]!, found[2]!];
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? "outside" : { from, to };
}
