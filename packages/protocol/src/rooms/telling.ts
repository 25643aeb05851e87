/** How people are told outside the desk: calendars that are subscribed to, and mail. */
import { z } from "zod";

export const CalendarFeed = z.object({ id: z.string(), createdAt: z.string() });
export const CalendarFeeds = z.object({ feeds: z.array(CalendarFeed) });
export const NewCalendarFeed = z.object({ command: z.uuid() }).strict();
/** `url` is told once; whoever has it reads the calendar. */
export const MadeCalendarFeed = CalendarFeed.extend({ url: z.string() });

export const MailPreference = z.object({
  /** "" where none is known. */
  address: z.union([z.literal(""), z.email().max(254)]),
  wanted: z.boolean(),
});
export type MailPreference = z.infer<typeof MailPreference>;
/** `sends`: this installation sends mail at all. */
export const MailPreferenceView = MailPreference.extend({ sends: z.boolean() });
