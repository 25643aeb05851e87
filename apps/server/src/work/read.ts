/** One source → its reading, on a worker thread. */
import type { AdapterSettings } from "@parley/adapters";
import { createReader, type Knowledge, type Reading, type Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import type { ReadResult } from "./messages.ts";
import { whyUnread } from "./unread.ts";

/** The adapters, and with them the network, are loaded only where some are configured. */
export async function openReader(
  knowledge: Knowledge,
  adapters: AdapterSettings | null,
): Promise<(source: Source) => Promise<ReadResult>> {
  const reader = createReader(knowledge);
  if (!adapters) return async (source) => resultOf(reader.read(source));
  const { network, openAidedReader } = await import("@parley/adapters");
  const aided = openAidedReader(reader, adapters, network);
  return async (source) => resultOf(await aided.read(source));
}

const resultOf = (reading: Reading): ReadResult => ({
  reading,
  hash: contentHash(JSON.parse(JSON.stringify(reading))),
  unread: whyUnread(reading),
});
