import { CalendarFeeds, MadeCalendarFeed, NewCalendarFeed } from "@parley/protocol";
import { NOBODY, type Viewer } from "@parley/record";
import { addFeed, calendarContacts, dropFeed, feedsOf, viewerOfFeed } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { feedOf } from "../rooms/calendar/contact-calendar.ts";
import { answers, withId } from "../schemas.ts";
import { hashOf, newSecret } from "../sign-in/secrets.ts";

const TAGS = ["calendar"];
const DAY = 86_400_000;
/** How far back and ahead a calendar shows. */
const SHOWN = { back: 90 * DAY, ahead: 800 * DAY };
const MOST = 10;
/** Stands in ORGANIZER, which a published calendar must have, where no mail is sent. */
const NO_SENDER = { name: "Parley", email: "parley@parley.invalid" };

/** A calendar for each person to subscribe to, at an address that is its only key. */
export function calendarRoutes(app: App, context: Context): void {
  const { store, viewerOf, now } = context;

  app.get(
    "/account/calendars",
    { schema: { tags: TAGS, response: answers(CalendarFeeds) } },
    async (request) => {
      const { id } = someone(viewerOf(request));
      return { feeds: await store.atDoor((session) => feedsOf(session, id)) };
    },
  );

  app.post(
    "/account/calendars",
    {
      schema: {
        tags: TAGS,
        description: "A new secret address. It is told once; only its hash is kept.",
        body: NewCalendarFeed,
        response: answers(MadeCalendarFeed),
      },
    },
    async (request) => {
      const viewer = someone(viewerOf(request));
      const secret = newSecret();
      const feed = { id: context.newId(), createdAt: now().toISOString() };
      await store.atDoor(async (session) => {
        if ((await feedsOf(session, viewer.id)).length >= MOST)
          throw new ApiProblem("too-many-calendars", `Nobody needs more than ${MOST}: take one back first.`);
        await addFeed(session, { id: feed.id, hash: hashOf(secret), viewer: viewer.id, at: feed.createdAt });
      });
      return { ...feed, url: `${context.origin()}/api/calendar/${secret}.ics` };
    },
  );

  app.post(
    "/account/calendars/:id/revoke",
    {
      schema: { tags: TAGS, params: withId, response: answers(CalendarFeeds) },
    },
    async (request) => {
      const viewer = someone(viewerOf(request));
      return store.atDoor(async (session) => {
        if (!(await dropFeed(session, viewer.id, request.params.id))) throw notFound();
        return { feeds: await feedsOf(session, viewer.id) };
      });
    },
  );

  app.get(
    "/calendar/:file",
    {
      // The address is the key: it stands in no log.
      logLevel: "silent",
      schema: {
        tags: TAGS,
        description: "text/calendar of what the owner of the address may see now.",
        params: z.object({ file: z.string().regex(/^[\w-]{20,100}\.ics$/) }),
      },
    },
    async (request, reply) => {
      const secret = request.params.file.slice(0, -".ics".length);
      const owner = await store.atDoor((session) => viewerOfFeed(session, hashOf(secret)));
      const viewer = owner === null ? null : await context.viewerById(owner);
      if (!viewer) throw notFound();
      const at = now();
      const contacts = await store.as(viewer, (session) =>
        calendarContacts(session, { from: at.getTime() - SHOWN.back, to: at.getTime() + SHOWN.ahead }),
      );
      const text = feedOf(contacts, {
        ...{ origin: context.origin(), content: context.calendarContent, at: at.toISOString() },
        organizer: context.mail?.from ?? NO_SENDER,
      });
      return reply
        .type("text/calendar; charset=utf-8; method=PUBLISH")
        .header("content-disposition", 'attachment; filename="parley.ics"')
        .header("cache-control", "no-store")
        .send(text);
    },
  );
}

function someone(viewer: Viewer): Viewer {
  if (viewer.id === NOBODY.id) throw notFound();
  return viewer;
}
