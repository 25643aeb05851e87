import type { ChannelSummary, Contact, InvitedSide } from "@parley/protocol";
import { describe, expect, it } from "vitest";
import { awaiting } from "./today.ts";

const NOW = "2026-03-02T12:00:00.000Z";
const invited = (delegation: string, answer: InvitedSide["answer"]): InvitedSide => ({
  ...{ delegation, answer, persons: [], suits: [], offers: [], reason: "", recordedBy: null },
});
const time = (start: string, end: string) => ({ id: "t", start, end });
const contact = (more: Partial<Contact>): Contact => ({
  ...{ id: "c", process: "p", type: "call", title: "A call", state: "proposed", reason: null },
  ...{ convener: "m", persons: [], invited: [invited("n", "none"), invited("s", "accepted")] },
  times: [time("2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z")],
  ...{ zone: "UTC", agreed: null, place: null, join: null, agenda: [], topics: [], reminders: [] },
  ...{ held: null, until: null, attended: [], sequence: 0 },
  ...more,
});
const readout = { contact: "c", delegation: "n", approval: "lead" as const, submittedBy: "other" };
const nothing = {
  contacts: [],
  readouts: [],
  points: [],
  channels: [],
  own: [],
  led: [],
  person: "me",
  now: NOW,
};
const asked = (seen: Partial<Parameters<typeof awaiting>[0]>) =>
  awaiting({ ...nothing, ...seen }).map((one) => `${one.what} ${one.id} for ${one.for}`);

describe("what awaits somebody", () => {
  it("[R90] an invitation awaits the side that has not answered, and nobody else", () => {
    const contacts = [contact({})];
    expect(asked({ contacts, own: ["n"] })).toEqual(["answer c for n"]);
    expect(asked({ contacts, own: ["s"] })).toEqual([]);
    expect(asked({ contacts, own: ["m"] })).toEqual([]);
    expect(asked({ contacts: [contact({ state: "cancelled" })], own: ["n"] })).toEqual([]);
  });

  it("[R90] when every side has answered and one comes, the convener settles the time", () => {
    const answers = (n: InvitedSide["answer"], s: InvitedSide["answer"]) => [
      contact({ invited: [invited("n", n), invited("s", s)] }),
    ];
    expect(asked({ contacts: answers("other-times", "accepted"), own: ["m"] })).toEqual(["settle c for m"]);
    expect(asked({ contacts: answers("declined", "declined"), own: ["m"] })).toEqual([]);
  });

  it("[R91] when its time is over the convener says what came of it, and then each side its readout", () => {
    const zone = "UTC";
    const over = contact({
      state: "agreed",
      agreed: { ...time("2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z"), zone },
      invited: [invited("n", "accepted")],
    });
    expect(asked({ contacts: [over], own: ["m", "n"] })).toEqual(["outcome c for m"]);
    const later = { ...over, agreed: { ...over.agreed!, end: "2026-03-03T09:00:00Z" } };
    expect(asked({ contacts: [later], own: ["m"] })).toEqual([]);
    const held = contact({ ...over, state: "held", held: { from: NOW, to: NOW } });
    const readouts = [{ ...readout, id: "r", delegation: "m", state: "draft" }];
    expect(asked({ contacts: [held], readouts, own: ["m", "n"] })).toEqual(["readout c for n"]);
  });

  it("[R92] a draft awaits those who lead its delegation; one that came back whoever writes for it", () => {
    const readouts = [
      { ...readout, id: "one", state: "submitted" },
      { ...readout, id: "two", state: "returned" },
    ];
    expect(asked({ readouts, own: ["n"], led: ["n"] })).toEqual(["approve one for n", "revise two for n"]);
    expect(asked({ readouts, own: ["n"], led: [] })).toEqual(["revise two for n"]);
    expect(asked({ readouts, own: ["s"], led: ["s"] })).toEqual([]);
    const second = { ...readout, id: "r", state: "submitted", approval: "second-person" as const };
    expect(asked({ readouts: [second], own: ["n"] })).toEqual(["approve r for n"]);
    expect(asked({ readouts: [{ ...second, submittedBy: "me" }], own: ["n"], led: ["n"] })).toEqual([]);
  });

  it("[R93] a point awaits each side that has not spoken on it; unread messages come last", () => {
    const points = [{ id: "p", contact: "c", text: "Both sides return to talks", open: ["n"] }];
    const channel = { id: "ch", unread: 2 } as ChannelSummary;
    const channels = [{ delegation: "n", channel, title: "Shuttle" }];
    expect(asked({ points, channels, own: ["n"] })).toEqual(["confirm p for n", "unread ch for n"]);
    expect(asked({ points, own: ["s"] })).toEqual([]);
    expect(asked({ channels: [{ ...channels[0]!, channel: { ...channel, unread: 0 } }] })).toEqual([]);
  });
});
