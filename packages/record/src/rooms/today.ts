/** What awaits a person: of everything it sees, that on which a delegation of its own has the next word. */
import type { Awaiting, ChannelSummary, Contact } from "@parley/protocol";

/** What a readout and a point of a contact must tell for this. */
export interface ReadoutSeen {
  id: string;
  contact: string;
  delegation: string;
  state: string;
  approval: "lead" | "second-person" | "none";
  /** Person id. */
  submittedBy: string | null;
}
export interface PointSeen {
  id: string;
  contact: string;
  text: string;
  /** Delegations that have not spoken on it yet. */
  open: string[];
}

export interface Seen {
  contacts: Contact[];
  readouts: ReadoutSeen[];
  points: PointSeen[];
  /** With `unread` counted for `delegation`. */
  channels: { delegation: string; channel: ChannelSummary; title: string }[];
  /** Delegations that the person acts for, and those among them that it leads. */
  own: string[];
  led: string[];
  person: string;
  /** ISO 8601 instant. */
  now: string;
}

/** In the order of their times; what has none comes last, unread messages after it. */
export function awaiting(seen: Seen): Awaiting[] {
  const titles = new Map(seen.contacts.map((contact) => [contact.id, contact.title]));
  const found = [
    ...seen.contacts.flatMap((contact) => ofContact(contact, seen)),
    ...seen.readouts.flatMap((readout) => ofReadout(readout, seen, titles)),
    ...seen.points.flatMap((point) =>
      point.open
        .filter((delegation) => seen.own.includes(delegation))
        .map((delegation) => thing("confirm", { ...point, title: point.text, for: delegation })),
    ),
  ];
  found.sort((a, b) => (a.at ?? "9").localeCompare(b.at ?? "9") || a.id.localeCompare(b.id));
  const unread = seen.channels
    .filter(({ channel }) => (channel.unread ?? 0) > 0)
    .map(({ delegation, channel, title }) => ({
      ...thing("unread", { id: channel.id, title, for: delegation }),
      count: channel.unread,
    }));
  return [...found, ...unread];
}

interface Thing {
  id: string;
  title: string;
  for: string;
  contact?: string;
  at?: string | undefined;
}

const thing = (what: Awaiting["what"], { id, title, for: of, contact, at }: Thing): Awaiting => ({
  ...{ what, id, title, for: of },
  contact: contact ?? null,
  at: at ?? null,
  count: null,
});

function ofContact(contact: Contact, { own, now, readouts }: Seen): Awaiting[] {
  const { id, title, state, invited, convener, agreed, held } = contact;
  const at = held?.from ?? agreed?.start ?? contact.times[0]?.start;
  const told = (what: Awaiting["what"], delegation: string) =>
    thing(what, { id, title, at, for: delegation });
  const mine = invited.filter((one) => own.includes(one.delegation));
  const found: Awaiting[] = [];
  if (state === "proposed" || state === "agreed")
    for (const one of mine) if (one.answer === "none") found.push(told("answer", one.delegation));
  if (own.includes(convener)) {
    const answered = invited.some((one) => one.answer !== "none" && one.answer !== "declined");
    if (state === "proposed" && answered && invited.every((one) => one.answer !== "none"))
      found.push(told("settle", convener));
    if (state === "agreed" && agreed && agreed.end < now) found.push(told("outcome", convener));
  }
  if (state === "held")
    for (const delegation of [convener, ...invited.map((one) => one.delegation)])
      if (own.includes(delegation) && !readouts.some((r) => r.contact === id && r.delegation === delegation))
        found.push(told("readout", delegation));
  return found;
}

/** An approval awaits those who may give it; a readout that came back awaits whoever writes for the delegation. */
function ofReadout(
  readout: ReadoutSeen,
  { own, led, person }: Seen,
  titles: Map<string, string>,
): Awaiting[] {
  const { id, contact, delegation, state, approval, submittedBy } = readout;
  const approves =
    approval === "second-person"
      ? own.includes(delegation) && submittedBy !== person
      : led.includes(delegation);
  const told = { id, contact, title: titles.get(contact) ?? "", for: delegation };
  if (state === "submitted" && approves) return [thing("approve", told)];
  if (state === "returned" && own.includes(delegation)) return [thing("revise", told)];
  return [];
}
