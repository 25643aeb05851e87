import type { ChannelView, MessageView, ReadMark } from "@parley/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Acting } from "../delegations.ts";
import { byDay, firstUnread } from "./log.ts";
import { MessageLine } from "./message-line.tsx";
import { loadEarlier } from "./queries.ts";
import { useWaiting } from "./use-outbox.ts";
import { WaitingLine } from "./waiting-line.tsx";
import { dayWords } from "./words.ts";

interface Listed {
  channel: ChannelView;
  acting: Acting;
  messages: MessageView[];
  more: boolean;
  /** Read up to, when the page was opened. */
  mark: number;
  reader: string | null;
  /** Only the thread of this message. */
  thread: string | null;
  person: string | null;
  mayCarry: boolean;
  onThread: (thread: string | null) => void;
  onHistory: (message: MessageView) => void;
  onCarry: (message: MessageView) => void;
}

/** So near to its end a log follows what comes. */
const NEAR = 120;

/**
 * Keeps what is looked at in its place: it begins where something is new, at the end it follows what comes, and what
 * comes in above moves nothing. Heights become known only as messages are drawn, so the end is sought at each of them.
 */
function useScroll(first: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const seen = useRef({ first, height: 0, follow: true });
  useLayoutEffect(() => {
    const fresh = box.current?.querySelector(".fresh-line");
    if (!fresh) return;
    seen.current.follow = false;
    fresh.scrollIntoView({ block: "center" });
  }, []);
  useLayoutEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const { first: before, height } = seen.current;
    if (before !== first && height) element.scrollTop += element.scrollHeight - height;
    seen.current.first = first;
    seen.current.height = element.scrollHeight;
  }, [first]);
  useEffect(() => {
    const [element, content] = [box.current, inside.current];
    if (!element || !content) return;
    const observer = new ResizeObserver(() => {
      if (seen.current.follow) element.scrollTop = element.scrollHeight;
      seen.current.height = element.scrollHeight;
    });
    observer.observe(content);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const { current: element } = box;
    if (element) seen.current.follow = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  };
  return { box, inside, onScroll };
}

export function MessageList(listed: Listed) {
  const { channel, acting, messages, more, mark, reader, thread, onThread } = listed;
  const client = useQueryClient();
  const [loading, setLoading] = useState(false);
  const waiting = useWaiting(channel.id).filter((one) => thread === null || one.thread === thread);
  const shown = useMemo(
    () => (thread === null ? messages : messages.filter((one) => one.id === thread || one.thread === thread)),
    [messages, thread],
  );
  const days = useMemo(() => byDay(shown), [shown]);
  const known = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const replies = useMemo(() => {
    const counted = new Map<string, number>();
    for (const { thread: of } of messages) if (of) counted.set(of, (counted.get(of) ?? 0) + 1);
    return counted;
  }, [messages]);
  const fresh = useMemo(
    () => (reader && thread === null ? firstUnread(messages, reader, mark) : null),
    [messages, reader, mark, thread],
  );
  const marks = useMemo(() => marksAt(channel.reads, shown, reader), [channel.reads, shown, reader]);
  const { box, inside, onScroll } = useScroll(shown[0]?.id);
  const earlier = async () => {
    setLoading(true);
    try {
      await loadEarlier(client, channel.process, channel.id);
    } finally {
      setLoading(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="log" ref={box} onScroll={onScroll} role="log" aria-label="Messages" tabIndex={0}>
      <div ref={inside}>
        {thread !== null && (
          <p className="thread-bar">
            One thread
            <button type="button" className="button quiet small" onClick={() => onThread(null)}>
              Show the whole channel
            </button>
          </p>
        )}
        {more && thread === null && (
          <p className="log-more">
            <button type="button" className="button small" disabled={loading} onClick={() => void earlier()}>
              {loading ? "Loading…" : "Show earlier messages"}
            </button>
          </p>
        )}
        {!shown.length && !waiting.length && (
          <p className="log-empty">
            {channel.closed === null
              ? "Nothing was said here yet. Write the first message."
              : "Nothing was said here."}
          </p>
        )}
        {days.map(({ day, messages: of }) => (
          <section key={day} aria-label={dayWords(day)}>
            <h2 className="day">{dayWords(day)}</h2>
            <ol className="messages">
              {of.map((message) => (
                <MessageLine
                  key={message.id}
                  message={message}
                  acting={acting}
                  inThread={thread !== null}
                  repliesTo={message.thread ? known.get(message.thread) : undefined}
                  replies={replies.get(message.id) ?? 0}
                  fresh={message.id === fresh}
                  readBy={marks.get(message.id)}
                  person={listed.person}
                  open={channel.closed === null}
                  mayCarry={listed.mayCarry}
                  onThread={onThread}
                  onHistory={listed.onHistory}
                  onCarry={listed.onCarry}
                />
              ))}
            </ol>
          </section>
        ))}
        {waiting.length > 0 && (
          <ol className="messages waiting" aria-label="Waiting to be sent">
            {waiting.map((one) => (
              <WaitingLine key={one.place} waiting={one} name={acting.name(one.for)} />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

/** Under which message each other delegation's mark stands: the last that it has read of those shown. */
function marksAt(reads: ReadMark[], messages: MessageView[], reader: string | null): Map<string, ReadMark[]> {
  const found = new Map<string, ReadMark[]>();
  for (const mark of reads) {
    if (mark.delegation === reader) continue;
    const last = messages.findLast(({ order }) => order <= mark.order);
    if (last) found.set(last.id, [...(found.get(last.id) ?? []), mark]);
  }
  return found;
}
