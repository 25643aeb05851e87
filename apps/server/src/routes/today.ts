import { type ChannelSummary, type ContactView, Today } from "@parley/protocol";
import { awaiting, type Viewer } from "@parley/record";
import {
  channelsOfMessages,
  contactPage,
  countUnsure,
  findProcess,
  listChannels,
  listDelegations,
  listPoints,
  listReadouts,
  type Moved,
  movedSince,
  type Session,
  visit,
} from "@parley/store";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { gathered } from "../rooms/changes-since.ts";
import { answers, inProcess } from "../schemas.ts";

/** Contacts looked at on either side of now. */
const CONTACTS = 200;
const NEXT = 8;

export function todayRoutes(app: App, { store, viewerOf, now }: Context): void {
  app.get(
    "/processes/:process/today",
    {
      schema: {
        tags: ["today"],
        description: "What awaits whoever asks, what is next, and what changed since the last visit.",
        params: inProcess,
        response: answers(Today),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const at = now();
      if (!(await store.as(viewer, (session) => findProcess(session, process)))) throw notFound();
      const since = await store.asMachine((session) =>
        visit(session, { process, person: viewer.id, now: at }),
      );
      return store.as(viewer, (session) => today(session, { process, viewer, since, at }));
    },
  );
}

interface Asked {
  process: string;
  viewer: Viewer;
  since: string | null;
  at: Date;
}

async function today(session: Session, { process, viewer, since, at }: Asked): Promise<Today> {
  const now = at.toISOString();
  const open = await contactPage(session, process, { which: "open", limit: CONTACTS });
  const past = await contactPage(session, process, { which: "past", limit: CONTACTS });
  const contacts = [...open.contacts, ...past.contacts];
  const delegations = await listDelegations(session, process);
  const seats = viewer.seats.filter((seat) => seat.process === process);
  const own = viewer.everything
    ? delegations.filter((one) => one.closed === null).map((one) => one.id)
    : seats.map((seat) => seat.delegation);
  const led = viewer.everything ? own : seats.filter((seat) => seat.lead).map((seat) => seat.delegation);
  const names = new Map(delegations.map((one) => [one.id, one.name]));
  const listed = await listChannels(session, process, null);
  const channelTitles = new Map(
    listed.map((channel) => {
      const others = channel.delegations.filter((id) => viewer.everything || !own.includes(id));
      return [channel.id, channel.name || others.map((id) => names.get(id) ?? id).join(", ")];
    }),
  );
  // On a laptop one person stands for every side: nothing there is unread.
  const channels = viewer.everything ? [] : await channelsOf(session, process, own);
  const readouts = await listReadouts(session, process, {});
  const points = await listPoints(session, process, {});
  const ofContact = new Map(contacts.map((contact) => [contact.id, contact.title]));
  const titles = new Map<string, { title: string; contact: string | null }>([
    ...contacts.map(({ id, title }) => [`contact/${id}`, { title, contact: null }] as const),
    ...delegations.map(({ id, name }) => [`delegation/${id}`, { title: name, contact: null }] as const),
    ...[...channelTitles].map(([id, title]) => [`channel/${id}`, { title, contact: null }] as const),
    ...readouts.map(
      ({ id, contact }) => [`readout/${id}`, { title: ofContact.get(contact) ?? "", contact }] as const,
    ),
    ...points.map(({ id, contact, text }) => [`point/${id}`, { title: text, contact }] as const),
  ]);
  const moved = since === null ? [] : await movedSince(session, { process, since, person: viewer.id });
  const standsIn = await channelsOfMessages(session, process, messagesIn(moved));
  return {
    since,
    awaiting: awaiting({
      ...{ contacts, readouts, own, led, now, person: viewer.id },
      points: points
        .filter((point) => point.state === "open")
        .map(({ answers, ...point }) => ({
          ...point,
          open: answers.filter((one) => one.answer === "none").map((one) => one.delegation),
        })),
      channels: channels.map((one) => ({ ...one, title: channelTitles.get(one.channel.id) ?? "" })),
    }),
    next: upcoming(open.contacts, now),
    changed: gathered(moved, {
      channelOf: (message) => standsIn.get(message),
      of: (kind, id) => titles.get(`${kind}/${id}`),
    }),
    review: await countUnsure(session, process),
  };
}

const MESSAGE = "message/";
const messagesIn = (moved: Moved[]) =>
  moved.filter(({ stream }) => stream.startsWith(MESSAGE)).map(({ stream }) => stream.slice(MESSAGE.length));

/** Channels with what each of these delegations has not read. Who sits in two is told once, for the first. */
async function channelsOf(session: Session, process: string, own: string[]) {
  const found: { delegation: string; channel: ChannelSummary }[] = [];
  for (const delegation of own)
    for (const channel of await listChannels(session, process, delegation))
      if (channel.delegations.includes(delegation) && !found.some((one) => one.channel.id === channel.id))
        found.push({ delegation, channel });
  return found;
}

const upcoming = (contacts: ContactView[], now: string) =>
  contacts
    .filter(({ state, agreed }) => state === "agreed" && agreed !== null && agreed.end >= now)
    .slice(0, NEXT);
