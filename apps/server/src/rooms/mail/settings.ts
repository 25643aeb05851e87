/** What the installation says about mail. */

export interface MailSettings {
  /** smtp://user:password@host:port, or smtps:// */
  url: string;
  from: { name: string; email: string };
  /** Titles, times, places and reasons go into mail; without it a mail says no more than that there is something. */
  content: boolean;
}

/** "Parley <parley@talks.example>" or the address alone. Null where it is none. */
export function readSender(text: string): MailSettings["from"] | null {
  const match = /^(?:([^<>\r\n]*)<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))$/.exec(text.trim());
  const email = match?.[2] ?? match?.[3];
  return email ? { name: match?.[1]?.trim().replace(/^"|"$/g, "") || "Parley", email } : null;
}
