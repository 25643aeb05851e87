import {
  ChangeContact,
  type Contact,
  type ContactChange,
  ContactEntry,
  ContactList,
  ContactQuery,
  ContactView,
  NewContact,
  type TimeOption,
} from "@parley/protocol";
import { contact } from "@parley/record";
import {
  contactEvents,
  contactPage,
  findContact,
  findDelegation,
  findProcess,
  projectContact,
  type Session,
} from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { type CarriedOut, carryOut, type Told } from "../rooms/carry-out.ts";
import { entryOf } from "../rooms/contacts/history.ts";
import { makeJoin } from "../rooms/contacts/join-room.ts";
import { type Hand, inTheNameOf } from "../rooms/in-the-name-of.ts";
import { type Changed, noticesOf } from "../rooms/mail/contact-notices.ts";
import { queueNotices } from "../rooms/mail/queue-notices.ts";
import { passReminders } from "../rooms/mail/reminders.ts";
import { idFrom, tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";
import { calendarRoutes } from "./calendar.ts";
import { contactAgendaRoutes } from "./contact-agenda.ts";
import { contactReportRoutes } from "./contact-reports.ts";
import { contactTimesRoutes } from "./contact-times.ts";
import { mailAddressRoutes } from "./mail-addresses.ts";

const TAGS = ["contacts"];

export function contactRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;
  for (const routes of [
    contactAgendaRoutes,
    contactTimesRoutes,
    contactReportRoutes,
    calendarRoutes,
    mailAddressRoutes,
  ])
    routes(app, context);

  app.get(
    "/processes/:process/contacts",
    {
      schema: {
        tags: TAGS,
        description: "Contacts one takes part in.",
        params: inProcess,
        querystring: ContactQuery,
        response: answers(ContactList),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => ({
        ...(await contactPage(session, request.params.process, request.query)),
        makesRooms: context.joinTemplate !== null,
      })),
  );

  app.get(
    "/processes/:process/contacts/:id",
    { schema: { tags: TAGS, params: inProcessWithId, response: answers(ContactView) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const found = await findContact(session, request.params.process, request.params.id);
        if (!found) throw notFound();
        return found;
      }),
  );

  app.get(
    "/processes/:process/contacts/:id/history",
    {
      schema: {
        tags: TAGS,
        description: "What happened to it, oldest first; for who was invited later, from then on.",
        params: inProcessWithId,
        response: answers(z.object({ entries: z.array(ContactEntry) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        if (!(await findContact(session, process, id))) throw notFound();
        return { entries: (await contactEvents(session, process, id)).map(entryOf) };
      }),
  );

  app.post(
    "/processes/:process/contacts",
    { schema: { tags: TAGS, params: inProcess, body: NewContact, response: answers(ContactView) } },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { command, for: convener, join, agenda, times, ...given } = request.body;
      const id = idFrom(viewer, command);
      return told(
        await carryOut(context, {
          ...{ process, command, viewer },
          stream: contact.streamOf(id),
          aggregate: contact,
          sees: async (session) => (await findProcess(session, process)) !== null,
          ask: async (_, session) => {
            const hand = await inTheNameOf(session, viewer, { process, delegation: convener });
            await together(session, process, [convener, ...given.invited.map((one) => one.delegation)]);
            return {
              type: "propose-contact" as const,
              ...hand,
              proposal: {
                ...given,
                ...{ id, process, convener },
                times: identified(times, [], id),
                join: makeJoin(context, join),
                agenda: agenda.map((text, i) => ({ id: `${id}-${i}`, by: convener, text })),
              },
            };
          },
          project: (session, state, seen) =>
            project(session, { change: { type: "propose" }, by: convener, before: null }, state, seen),
        }),
      );
    },
  );

  app.post(
    "/processes/:process/contacts/:id",
    {
      schema: {
        tags: TAGS,
        description: "What the convener decides, what an invited side answers, and agenda items.",
        params: inProcessWithId,
        body: ChangeContact,
        response: answers(ContactView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, revision, change, for: delegation } = request.body;
      let before: Contact | null = null;
      const order = {
        ...{ process, command, viewer },
        stream: contact.streamOf(id),
        aggregate: contact,
        sees: async (session: Session) => (await findContact(session, process, id)) !== null,
        ask: async (state: contact.State, session: Session) => {
          before = bodyOf(state);
          const hand = await inTheNameOf(session, viewer, { process, delegation });
          if (change.type === "invite" && state.status === "standing")
            await together(session, process, [
              ...[state.convener, change.delegation],
              ...state.invited.map((one) => one.delegation),
            ]);
          return asked({ change, state, hand, made: idFrom(viewer, command), context });
        },
        project: (session: Session, state: contact.State, seen: Told) =>
          project(session, { change, by: delegation, before }, state, seen),
      };
      return told(await carryOut(context, MINDS_NOTHING.has(change.type) ? order : { ...order, revision }));
    },
  );

  /** The row, and mail to those whom it concerns. */
  async function project(
    session: Session,
    done: Pick<Changed, "change" | "by" | "before">,
    state: contact.State,
    { revision, at }: Told,
  ): Promise<void> {
    await projectContact(session, state, revision);
    const after = bodyOf(state);
    if (!after) return;
    if (RETIMES.has(done.change.type)) await passReminders(session, after, new Date(at));
    const notices = noticesOf({ ...done, after, now: at });
    await queueNotices(session, context, { contact: after, notices, cause: revision, at });
  }

  function told({ state, revision, audience, again }: CarriedOut<contact.State>): ContactView {
    const body = bodyOf(state);
    if (!body) throw new TypeError("a command leaves a contact behind");
    if (!again) tellRoom(context, { process: body.process, kind: "contact", id: body.id }, audience);
    return { ...body, revision };
  }
}

/** After these the reminders that lie behind are not sent any more. */
const RETIMES = new Set<Changed["change"]["type"]>(["settle", "change", "reopen"]);

function bodyOf(state: contact.State): Contact | null {
  if (state.status === "absent") return null;
  const { status: _, ...body } = state;
  return body;
}

/** Said by one side beside what others do: these name what they are about, so nothing can be overlooked. */
const MINDS_NOTHING = new Set<ContactChange["type"]>(["answer", "add-item", "change-item", "drop-item"]);

/**
 * All of these are there, and each that is discreet is known to all others: being invited together tells of it.
 * Throws ApiProblem.
 */
async function together(session: Session, process: string, delegations: string[]): Promise<void> {
  for (const id of new Set(delegations)) {
    const found = await findDelegation(session, process, id);
    if (!found) throw new ApiProblem("delegation-absent", "There is no such delegation.");
    if (found.closed !== null) throw new ApiProblem("delegation-closed", "This delegation has ended.");
    const known = found.knownTo;
    if (known && delegations.some((other) => other !== id && !known.includes(other)))
      throw new ApiProblem(
        "delegation-discreet",
        "A discreet delegation is invited only together with those that know of it.",
      );
  }
}

type Given = Pick<TimeOption, "start" | "end">;

/** Times that are proposed already keep their ids, so that what was answered to them holds. */
function identified(given: Given[], known: TimeOption[], made: string): TimeOption[] {
  const same = (a: Given, b: Given) =>
    Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
  const once = given.filter((time, i) => given.findIndex((other) => same(time, other)) === i);
  return once.map(
    (time, i) => known.find((other) => same(time, other)) ?? { ...time, id: `${made.slice(0, 12)}-${i}` },
  );
}

interface Asked {
  change: ContactChange;
  state: contact.State;
  hand: Hand;
  /** Names what the command makes. */
  made: string;
  context: Context;
}

function asked({ change, state, hand, made, context }: Asked): contact.Command {
  const standing = state.status === "standing" ? state : null;
  switch (change.type) {
    case "change": {
      const { join, times, ...rest } = change.change;
      return {
        type: "change-contact",
        ...hand,
        change: {
          ...rest,
          ...(join === undefined ? {} : { join: makeJoin(context, join) }),
          ...(times ? { times: identified(times, standing?.times ?? [], made) } : {}),
        },
      };
    }
    case "invite":
      return { ...hand, ...change, type: "invite-delegation" };
    case "name-persons":
      return { ...hand, ...change };
    case "withdraw":
      return { ...hand, ...change, type: "withdraw-delegation" };
    case "answer": {
      const own = standing?.invited.find((one) => one.delegation === hand.by)?.offers ?? [];
      return {
        ...{ ...hand, ...change },
        type: "answer-invitation",
        offers: identified(change.offers, own, made),
      };
    }
    case "settle":
      return { ...hand, ...change, type: "settle-time" };
    case "hold":
      return { ...hand, ...change, type: "hold-contact", now: context.now().toISOString() };
    case "adjourn":
      return { ...hand, ...change, type: "adjourn-contact" };
    case "fail":
      return { ...hand, ...change, type: "fail-contact" };
    case "cancel":
      return { ...hand, ...change, type: "cancel-contact" };
    case "reopen":
      return { ...hand, ...change, type: "reopen-contact" };
    case "add-item":
      return { ...hand, type: "add-item", item: { id: made, by: hand.by, text: change.text } };
    case "change-item":
    case "drop-item":
      return { ...hand, ...change };
  }
}
