/** What moved in the streams a viewer sees, put together by the thing that it changed on a screen. */
import type { Changed } from "@parley/protocol";
import type { Moved } from "@parley/store";

export interface Titles {
  /** Title of a contact, readout or point and the contact it belongs to; undefined where the viewer does not see it. */
  of(kind: string, id: string): { title: string; contact: string | null } | undefined;
  /** The channel that a message stands in. */
  channelOf(message: string): string | undefined;
}

/** Documents and judgements are counted together, messages by their channel; what has no title here is left out. */
export function gathered(moved: Moved[], titles: Titles): Changed[] {
  const found = new Map<string, Changed>();
  for (const one of moved) {
    const [stream, id] = split(one.stream);
    const what = thingOf(stream, id, titles);
    if (!what) continue;
    const key = `${what.kind} ${what.id}`;
    const known = found.get(key);
    if (known) known.events += one.events;
    // Latest first: the first that comes is the last that happened.
    else found.set(key, { ...what, last: one.last, events: one.events, at: one.at });
  }
  return [...found.values()];
}

type Thing = Pick<Changed, "kind" | "id" | "contact" | "title">;

function thingOf(stream: string, id: string, titles: Titles): Thing | null {
  if (stream === "document" || stream === "judgement")
    return { kind: stream, id: null, contact: null, title: null };
  if (stream === "message") {
    const channel = titles.channelOf(id);
    return channel ? thingOf("channel", channel, titles) : null;
  }
  const kind = KINDS.find((known) => known === stream);
  const told = kind && titles.of(kind, id);
  return told ? { kind, id, ...told } : null;
}

const KINDS = ["contact", "readout", "point", "channel", "delegation"] as const;

function split(stream: string): [string, string] {
  const at = stream.indexOf("/");
  return [stream.slice(0, at), stream.slice(at + 1)];
}
