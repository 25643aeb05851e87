/** What the environment says about calls, calendars and mail. Throws Error in words for whoever starts the server. */
import { type MailSettings, readSender } from "@parley/server/mail";

export interface RoomSettings {
  joinTemplate: string | null;
  mail: MailSettings | null;
  calendarContent: boolean;
}

type Environment = Record<string, string | undefined>;

export function roomSettings(environment: Environment): RoomSettings {
  return {
    joinTemplate: joinTemplate(environment.PARLEY_JOIN_TEMPLATE),
    mail: mailSettings(environment),
    calendarContent: yes(environment, "PARLEY_CALENDAR_CONTENT"),
  };
}

function joinTemplate(text: string | undefined): string | null {
  if (!text) return null;
  const example = text.replace("{room}", "a");
  if (!text.includes("{room}") || !isAddress(example, ["https:", "http:"]))
    throw new Error(
      `PARLEY_JOIN_TEMPLATE ${text}: an address with {room} in it, such as https://meet.example/{room}`,
    );
  return text;
}

function mailSettings(environment: Environment): MailSettings | null {
  const { PARLEY_SMTP_URL: url, PARLEY_MAIL_FROM: from } = environment;
  const content = yes(environment, "PARLEY_MAIL_CONTENT");
  if (!url && !from) return null;
  // The address may hold a password, so it is not repeated.
  if (!url || !isAddress(url, ["smtp:", "smtps:"]))
    throw new Error("PARLEY_SMTP_URL: where mail leaves, such as smtps://user:password@mail.example:465");
  const sender = from ? readSender(from) : null;
  if (!sender)
    throw new Error("PARLEY_MAIL_FROM: whom mail comes from, such as Parley <parley@talks.example>");
  return { url, from: sender, content };
}

function isAddress(text: string, protocols: string[]): boolean {
  try {
    return protocols.includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

function yes(environment: Environment, name: string): boolean {
  const value = environment[name] ?? "no";
  if (value !== "yes" && value !== "no") throw new Error(`${name} ${value}: yes or no`);
  return value === "yes";
}
