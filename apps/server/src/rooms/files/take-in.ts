/** A file on its way into a message that is still being written. */
import { createHash } from "node:crypto";
import { type FileView, MOST_FILES } from "@parley/protocol";
import type { Viewer } from "@parley/record";
import { asMachineWithin, countBrought, filesFor, findChannel, keepFile, keepPart } from "@parley/store";
import type { Context } from "../../context.ts";
import { ApiProblem, notFound } from "../../problem.ts";
import { handIn, refuseClosed } from "../channels/hand.ts";
import { idFrom } from "../tell-room.ts";
import { cleanName } from "./clean-name.ts";
import { kindOf } from "./kind-of.ts";

/** One piece is written in one transaction: a large file holds up a short message for no longer than that. */
export const PART = 256 * 1024;

export interface Brought {
  process: string;
  channel: string;
  viewer: Viewer;
  /** That of the message to come. */
  command: string;
  for: string;
  name: string;
  bytes: Buffer;
}

/** Throws ApiProblem: `not-found`, `file-type-refused`, `too-many-files`, and as `handIn` does. */
export async function takeIn(
  context: Pick<Context, "store" | "now" | "newId">,
  { process, channel: of, viewer, command, for: delegation, name, bytes }: Brought,
): Promise<FileView> {
  const { store } = context;
  const message = idFrom(viewer, command);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await store.as(viewer, async (session) => {
    const channel = await findChannel(session, process, of);
    if (!channel) throw notFound();
    refuseClosed(channel);
    await handIn(session, viewer, { channel, delegation });
    return asMachineWithin(session, async () => {
      const [same] = await filesFor(session, { process, message, hashes: [sha256] });
      if (!same && (await countBrought(session, process, message)) >= MOST_FILES)
        throw new ApiProblem("too-many-files", `A message holds no more than ${MOST_FILES} files.`);
      return same;
    });
  });
  if (known) return known;
  const kind = await kindOf(bytes, name);
  if (!kind)
    throw new ApiProblem(
      "file-type-refused",
      "Taken are PDF, Word, Excel and OpenDocument files without macros, PNG, JPEG and WebP pictures, and plain text, CSV and iCalendar.",
    );
  const { type, endings, preview } = kind;
  const view: FileView = { sha256, name: cleanName(name, endings), type, size: bytes.length, preview };
  const parts = context.newId();
  const at = context.now().toISOString();
  for (let part = 0; part * PART < bytes.length; part++)
    await store.asMachine((session) =>
      keepPart(session, { parts, part, at, bytes: bytes.subarray(part * PART, (part + 1) * PART) }),
    );
  // Whoever writes down what a side told it brings the file as its own until it is sent.
  const seats = viewer.seats.filter((seat) => seat.process === process).map((seat) => seat.delegation);
  const audience = (seats.length ? seats : [delegation]).map((one) => `delegation:${one}`).sort();
  await store.asMachine((session) => keepFile(session, { ...view, process, message, parts, at, audience }));
  return view;
}
