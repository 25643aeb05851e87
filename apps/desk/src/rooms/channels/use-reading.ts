/** Tells the server how far this delegation has read, while the page is looked at. */
import type { ChannelView, MessageView } from "@parley/protocol";
import { useEffect, useRef } from "react";
import { readUpTo } from "./queries.ts";

/** Who glances at a page has not read it. */
const GLANCE = 800;

interface Reading {
  channel: ChannelView;
  messages: MessageView[];
  reader: string | null;
}

/** The mark as it was when the page was opened, so that what was new then stays marked as new. */
export function useReading({ channel, messages, reader }: Reading): number {
  const { process, id, reads } = channel;
  const own = reads.find(({ delegation }) => delegation === reader)?.order ?? 0;
  const atFirst = useRef(own);
  const last = messages.findLast(({ delegation }) => delegation !== reader);
  const told = useRef(own);
  useEffect(() => {
    if (!reader || !last || last.order <= Math.max(own, told.current)) return;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      told.current = last.order;
      // Not told, it is told with the next message: the page need not say so.
      readUpTo(process, id, { for: reader, message: last.id }).catch(() => {
        told.current = own;
      });
    };
    const timer = setTimeout(tell, GLANCE);
    document.addEventListener("visibilitychange", tell);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [process, id, reader, last, own]);
  return atFirst.current;
}
