/** Requests of the channels. Everything hangs under ["rooms", process, kind], so that live messages renew it. */
import {
  type CarryMessage,
  type ChangeChannel,
  type ChangeMessage,
  ChannelList,
  ChannelView,
  MessageHistory,
  MessagePage,
  MessageView,
  type NewChannel,
} from "@parley/protocol";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { ask, queryString } from "../../api/client.ts";
import { EMPTY_LOG, type Log, merged } from "./log.ts";

const at = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`;
const channelAt = (process: string, channel: string, rest = "") =>
  at(process, `/channels/${encodeURIComponent(channel)}${rest}`);
const messageAt = (process: string, message: string, rest = "") =>
  at(process, `/messages/${encodeURIComponent(message)}${rest}`);

export const channelsQuery = (process: string, reader: string | null) =>
  queryOptions({
    queryKey: ["rooms", process, "channel", "list", reader],
    queryFn: ({ signal }) =>
      ask(at(process, `/channels${queryString({ for: reader })}`), ChannelList, { signal }),
  });

export const channelQuery = (process: string, channel: string) =>
  queryOptions({
    queryKey: ["rooms", process, "channel", channel],
    queryFn: ({ signal }) => ask(channelAt(process, channel), ChannelView, { signal }),
  });

export const historyQuery = (process: string, message: string) =>
  queryOptions({
    queryKey: ["rooms", process, "message", message],
    queryFn: ({ signal }) => ask(messageAt(process, message), MessageHistory, { signal }),
  });

const pageOf = (process: string, channel: string, query: Record<string, unknown>, signal?: AbortSignal) =>
  ask(channelAt(process, channel, `/messages${queryString(query)}`), MessagePage, signal ? { signal } : {});

const logKey = (process: string, channel: string) => ["rooms", process, "message", "log", channel];
const AT_ONCE = 100;

/**
 * What is known of a channel's messages. Renewed, it asks only for what became different; where that is too much, it
 * begins anew with the newest.
 */
export const logQuery = (client: QueryClient, process: string, channel: string) =>
  queryOptions({
    queryKey: logKey(process, channel),
    queryFn: async ({ signal }): Promise<Log> => {
      const known = () => client.getQueryData<Log>(logKey(process, channel));
      const before = known();
      if (before?.messages.length) {
        const fresh = await pageOf(process, channel, { since: before.changed, limit: AT_ONCE }, signal);
        if (!fresh.more) return merged(known() ?? before, fresh.messages);
      }
      const newest = await pageOf(process, channel, { limit: AT_ONCE }, signal);
      return merged({ ...EMPTY_LOG, more: newest.more }, newest.messages);
    },
    structuralSharing: false,
  });

export async function loadEarlier(client: QueryClient, process: string, channel: string): Promise<void> {
  const log = client.getQueryData<Log>(logKey(process, channel));
  const first = log?.messages[0];
  if (!log?.more || !first) return;
  const page = await pageOf(process, channel, { before: first.order, limit: AT_ONCE });
  client.setQueryData<Log>(logKey(process, channel), (now = EMPTY_LOG) => ({
    ...merged(now, page.messages),
    more: page.more,
  }));
}

/** Puts a message into what is shown, as the server answered with it. */
export const putMessage = (client: QueryClient, process: string, message: MessageView) =>
  client.setQueryData<Log>(logKey(process, message.channel), (now) => now && merged(now, [message]));

const send = <S extends z.ZodType>(path: string, schema: S, body: object) =>
  ask(path, schema, { method: "POST", body });

export const openChannel = (process: string, body: NewChannel) =>
  send(at(process, "/channels"), ChannelView, body);
export const changeChannel = (process: string, channel: string, body: z.infer<typeof ChangeChannel>) =>
  send(channelAt(process, channel), ChannelView, body);
export const changeMessage = (process: string, message: string, body: z.infer<typeof ChangeMessage>) =>
  send(messageAt(process, message), MessageView, body);
export const carryMessage = (process: string, message: string, body: z.infer<typeof CarryMessage>) =>
  send(messageAt(process, message, "/carry"), MessageView, body);
export const readUpTo = (process: string, channel: string, body: { for: string; message: string }) =>
  send(channelAt(process, channel, "/read"), ChannelView, body);

export const fileAddress = (process: string, message: string, sha256: string, preview = false) =>
  `/api${messageAt(process, message, `/files/${sha256}`)}${preview ? "?preview=1" : ""}`;
