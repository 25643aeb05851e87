/** One source → its reading, on a worker thread. */
import { createReader, type Knowledge, type Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import type { ReadResult } from "./messages.ts";
import { whyUnread } from "./unread.ts";

export function openReader(knowledge: Knowledge): (source: Source) => ReadResult {
  const reader = createReader(knowledge);
  return (source) => {
    const reading = reader.read(source);
    return { reading, hash: contentHash(JSON.parse(JSON.stringify(reading))), unread: whyUnread(reading) };
  };
}
