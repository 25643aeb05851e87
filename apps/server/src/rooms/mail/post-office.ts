/**
 * Sends what waits. A mail is taken for this server alone, handed over, and marked; where the server dies in between it
 * is sent again after a while under the same Message-ID, which tells the receiving side that it is the same.
 */
import { mailFailed, mailSent, type Store, type TakenMail, takeMails } from "@parley/store";
import { createTransport } from "nodemailer";
import type { Round } from "../../rounds.ts";
import type { MailSettings } from "./settings.ts";

/** Minutes until the next try; after the last one it is given up. */
const WAITS = [1, 5, 15, 60, 180, 360, 720, 1440];
const MINUTE = 60_000;
const LEASE = 5 * MINUTE;
/** Mails of one round. */
const AT_ONCE = 50;
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export interface PostOffice {
  store: Store;
  settings: MailSettings;
  now(): Date;
  onFailure(mail: string, why: string): void;
}

export function mailRound({ store, settings, now, onFailure }: PostOffice): Round {
  const transport = createTransport({ url: settings.url, ...PATIENCE });
  const later = (minutes: number) => new Date(now().getTime() + minutes * MINUTE).toISOString();

  async function sendOne(mail: TakenMail): Promise<"sent" | "refused" | "unreachable"> {
    try {
      await transport.sendMail(letter(mail, settings.from));
      await store.asMachine((session) => mailSent(session, mail.id, now().toISOString()));
      return "sent";
    } catch (error) {
      // What servers answer repeats the address, which the log is not to have.
      const problem = String(error instanceof Error ? error.message : error)
        .replaceAll(mail.address, "the address")
        .slice(0, 500);
      const refused = isRefusal(error);
      const wait = WAITS[mail.attempts - 1];
      const next = refused || wait === undefined ? null : later(wait);
      await store.asMachine((session) =>
        mailFailed(session, mail.id, { problem, next, at: now().toISOString() }),
      );
      onFailure(mail.id, problem);
      return refused ? "refused" : "unreachable";
    }
  }

  return {
    name: "mail",
    async run() {
      for (let sent = 0; sent < AT_ONCE; sent++) {
        const at = now();
        const until = new Date(at.getTime() + LEASE).toISOString();
        const [mail] = await store.asMachine((session) =>
          takeMails(session, { now: at.toISOString(), until, limit: 1 }),
        );
        if (!mail || (await sendOne(mail)) === "unreachable") return;
      }
    },
  };
}

/** The address was refused for good (RFC 5321, 5yz): trying again would not help. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && (responseCode ?? 0) >= 500;
}

function letter(mail: TakenMail, from: MailSettings["from"]) {
  const { id, address, subject, text, calendar, method } = mail;
  return {
    from: { name: from.name, address: from.email },
    to: address,
    subject,
    text,
    messageId: `<${id}@${from.email.split("@").at(-1)}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    // What is named in mail is never looked up in files or on the network.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(calendar && method
      ? {
          icalEvent: {
            method,
            content: calendar,
            filename: method === "REQUEST" ? "invite.ics" : "cancel.ics",
          },
        }
      : {}),
  };
}
