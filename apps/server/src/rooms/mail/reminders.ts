/** Reminds those who take part before an agreed contact. A round that was missed tells once, not once for each. */
import type { Contact, LiveMessage } from "@parley/protocol";
import { contact as aggregate } from "@parley/record";
import { agreedContacts, markReminders, type Session } from "@parley/store";
import type { Context } from "../../context.ts";
import type { Round } from "../../rounds.ts";
import { queueNotices, type Telling } from "./queue-notices.ts";

const MINUTE = 60_000;
/** The earliest reminder that can be asked for. */
const EARLIEST = 60 * 24 * 60 * MINUTE;

const dueOf = ({ agreed, reminders }: Contact, now: number) =>
  agreed === null ? [] : reminders.filter((minutes) => Date.parse(agreed.start) - minutes * MINUTE <= now);

/** What lies behind already when a time is settled is not told any more. As the machine. */
export const passReminders = (session: Session, contact: Contact, now: Date) =>
  markReminders(session, contact, dueOf(contact, now.getTime()));

export function reminderRound({ store, live, ...telling }: Telling & Pick<Context, "store" | "live">): Round {
  return {
    name: "reminders",
    async run(now) {
      const from = now.getTime();
      const reminded = await store.asMachine(async (session) => {
        const told: { contact: Contact; minutes: number }[] = [];
        for (const contact of await agreedContacts(session, { from, to: from + EARLIEST })) {
          const due = dueOf(contact, from);
          if (!due.length) continue;
          const marked = await markReminders(session, contact, due);
          if (!marked.length) continue;
          const coming = contact.invited.filter((one) => one.answer !== "declined");
          await queueNotices(session, telling, {
            contact,
            notices: [
              {
                ...{ kind: "reminder", calendar: null },
                to: [contact.convener, ...coming.map((one) => one.delegation)],
              },
            ],
            cause: `${contact.id} ${contact.agreed?.start} ${Math.min(...marked)}`,
            at: now.toISOString(),
          });
          told.push({ contact, minutes: Math.min(...marked) });
        }
        return told;
      });
      for (const { contact, minutes } of reminded) {
        const message: LiveMessage = {
          type: "reminder",
          process: contact.process,
          contact: contact.id,
          minutes,
        };
        live.publish(message, aggregate.audienceOf({ status: "standing", ...contact }));
      }
    },
  };
}
