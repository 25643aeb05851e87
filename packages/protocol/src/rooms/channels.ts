/** Channels between delegations, the messages in them and the files these carry. */
import { z } from "zod";

export const CHANNEL_KINDS = ["shuttle", "internal", "joint", "topic"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Characters of one message. */
export const LONGEST_MESSAGE = 20_000;
/** Files of one message. */
export const MOST_FILES = 10;

const id = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes("\0"), { message: "no id holds NUL" });
const name = z.string().trim().max(200);
const words = z.string().max(LONGEST_MESSAGE);
/** BCP 47, or null where nobody said. */
const language = z.string().min(2).max(35).nullable();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const command = z.uuid();

export const Channel = z.object({
  id,
  process: z.string(),
  /** `shuttle`: the third party and one side; `internal`: one delegation; `joint` and `topic`: several. */
  kind: z.enum(CHANNEL_KINDS),
  /** What a topic channel is about; of the others a name, "" where it has none. */
  name,
  /** Who is in it: they read it and nobody else knows of it. */
  delegations: z.array(id).min(1).max(50),
  /** The delegation in whose name it was opened. It and the third party in it decide on name, rule and end. */
  openedBy: id,
  retention: z.object({
    /** Words and files of a message are erased so many days after it was sent; null where they are kept. */
    days: z.number().int().min(1).max(3650).nullable(),
  }),
  /** Whether those in it see how far the others have read. */
  readsShown: z.boolean(),
  /** Why it was closed, null while it is open. */
  closed: z.string().nullable(),
});
export type Channel = z.infer<typeof Channel>;

/** How far a delegation has read: up to the message of that order, itself included. */
export const ReadMark = z.object({ delegation: z.string(), order: z.number(), at: z.string() });
export type ReadMark = z.infer<typeof ReadMark>;

export const ChannelView = Channel.extend({
  revision: z.string(),
  /** Empty but for the viewer's own where the channel does not show them. */
  reads: z.array(ReadMark),
});
export type ChannelView = z.infer<typeof ChannelView>;

export const ChannelSummary = Channel.extend({
  last: z
    .object({
      delegation: z.string(),
      at: z.string(),
      /** First words; null where it was withdrawn, erased, or holds files alone. */
      excerpt: z.string().nullable(),
    })
    .nullable(),
  /** Messages of others that the delegation asked for has not read, up to 100; null where none was asked for. */
  unread: z.number().int().nullable(),
});
export type ChannelSummary = z.infer<typeof ChannelSummary>;
export const ChannelList = z.object({ channels: z.array(ChannelSummary) });
export const ChannelQuery = z.object({ for: id.optional() });

const acting = { command, for: id };
export const NewChannel = Channel.pick({ kind: true, name: true, retention: true, readsShown: true })
  .extend({ ...acting, delegations: z.array(id).max(50) })
  .strict();
export type NewChannel = z.infer<typeof NewChannel>;

export const ChannelChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename"), name: name.min(1) }).strict(),
  /** With the history they also see what was said before; otherwise what comes after. */
  z
    .object({ type: z.literal("add"), delegations: z.array(id).min(1).max(50), withHistory: z.boolean() })
    .strict(),
  /** Holds for later messages, and for earlier ones where it keeps them longer. */
  z.object({ type: z.literal("retention"), days: Channel.shape.retention.shape.days }).strict(),
  z.object({ type: z.literal("reads"), shown: z.boolean() }).strict(),
  z.object({ type: z.literal("close"), reason: z.string().trim().min(1).max(2000) }).strict(),
]);
export type ChannelChange = z.infer<typeof ChannelChange>;
export const ChangeChannel = z
  .object({ command, revision: z.string().max(100), change: ChannelChange })
  .strict();
export const ReadUpTo = z.object({ for: id, message: id }).strict();

export const FileView = z.object({
  sha256: hash,
  name: z.string(),
  /** Found out from the content, never taken from who sent it. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** A picture whose every byte belongs to the picture: it may be shown beside the message. */
  preview: z.boolean(),
});
export type FileView = z.infer<typeof FileView>;

export const MessageView = z.object({
  id: z.string(),
  channel: z.string(),
  /** The message it replies to; null where it replies to none. */
  thread: z.string().nullable(),
  delegation: z.string(),
  /** Person who wrote it down. */
  author: z.string(),
  /** `secretariat` where the third party wrote down what the delegation told it. */
  recordedBy: z.literal("secretariat").nullable(),
  at: z.string(),
  /** Milliseconds since 1970, no two alike in a channel: the order in which messages came. */
  order: z.number(),
  /** In the same count, when it last became different. */
  changed: z.number(),
  /** Null where it was withdrawn or erased. */
  text: z.string().nullable(),
  language,
  files: z.array(FileView),
  /** How often it was written; more than 1 where it was edited. */
  versions: z.number().int(),
  withdrawn: z.boolean(),
  /** When its words and files were erased under the channel's rule. */
  erased: z.string().nullable(),
  /** When they will be; null where they are kept. */
  erasedOn: z.string().nullable(),
  /** The third party says that it carried it on. */
  carriedOn: z.boolean(),
  /** Where the third party took it from and to; told to the delegation that carried it and to nobody else. */
  carriedFrom: z.object({ channel: z.string(), message: z.string() }).nullable(),
  carriedTo: z.array(z.object({ channel: z.string(), message: z.string(), at: z.string() })),
  revision: z.string(),
});
export type MessageView = z.infer<typeof MessageView>;

/** Newest `limit` messages before that order, or those that became different after that count; oldest first. */
export const MessageQuery = z.object({
  before: z.coerce.number().int().min(0).max(8.64e15).optional(),
  since: z.coerce.number().int().min(0).max(8.64e15).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const MessagePage = z.object({
  messages: z.array(MessageView),
  /** Whether there are more in the direction that was asked for. */
  more: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const MessageVersion = z.object({ at: z.string(), author: z.string(), text: z.string(), language });
export const MessageHistory = z.object({ message: MessageView, versions: z.array(MessageVersion) });
export type MessageHistory = z.infer<typeof MessageHistory>;

/** `files` were uploaded under the same command before. */
export const NewMessage = z
  .object({
    ...acting,
    thread: id.nullable(),
    text: words,
    language,
    files: z.array(hash).max(MOST_FILES),
  })
  .strict();
export type NewMessage = z.infer<typeof NewMessage>;

export const MessageChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("edit"), text: words, language }).strict(),
  z.object({ type: z.literal("withdraw") }).strict(),
]);
export const ChangeMessage = z
  .object({ command, revision: z.string().max(100), change: MessageChange })
  .strict();

/** The third party's own words, in another channel; `tell` lets those of the first one know that it was carried on. */
export const CarryMessage = z
  .object({
    ...acting,
    to: id,
    text: words,
    language,
    files: z.array(hash).max(MOST_FILES),
    tell: z.boolean(),
  })
  .strict();
