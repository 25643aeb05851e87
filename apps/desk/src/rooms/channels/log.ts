/** The messages of a channel as far as they are known here, in the order in which they were sent. */
import type { MessageView } from "@parley/protocol";

export interface Log {
  messages: MessageView[];
  /** The latest change in it, in the channel's count. */
  changed: number;
  /** There are earlier ones. */
  more: boolean;
}

export const EMPTY_LOG: Log = { messages: [], changed: 0, more: false };

/** With these messages put in or replaced. What did not change stays the same object. */
export function merged(log: Log, fresh: MessageView[]): Log {
  if (!fresh.length) return log;
  const byId = new Map(log.messages.map((message) => [message.id, message]));
  for (const message of fresh) byId.set(message.id, message);
  const messages = [...byId.values()].sort((one, other) => one.order - other.order);
  const changed = Math.max(log.changed, ...fresh.map((message) => message.changed));
  return { ...log, messages, changed };
}

export interface Day {
  /** YYYY-MM-DD where the reader is. */
  day: string;
  messages: MessageView[];
}

export function byDay(messages: MessageView[], zone?: string): Day[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    dateStyle: "short",
    ...(zone ? { timeZone: zone } : {}),
  });
  const days: Day[] = [];
  for (const message of messages) {
    const day = format.format(new Date(message.at));
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** Where the line "new" stands: before the first message of others past the mark; null where nothing is new. */
export function firstUnread(messages: MessageView[], reader: string, mark: number): string | null {
  return (
    messages.find(({ order, delegation, withdrawn }) => order > mark && delegation !== reader && !withdrawn)
      ?.id ?? null
  );
}
