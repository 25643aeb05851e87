/** What is written is read back by two parsers that are not ours, and held to RFC 5545 and 5546 line by line. */
import type { Contact } from "@parley/protocol";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { feedOf, invitationOf, type Method, uidOf } from "./contact-calendar.ts";

const contact: Contact = {
  ...{ id: "c1", process: "river-talks", type: "ministers-meeting", state: "agreed", reason: null },
  title:
    "Grenzübergänge; «Wasser», Weide\\Vieh and all the rest of what was left open at the last meeting 渡し場",
  ...{ convener: "med", persons: [], invited: [], times: [], zone: "Asia/Yerevan" },
  agreed: { id: "t", start: "2026-03-02T12:00:00Z", end: "2026-03-02T13:30:00Z", zone: "Asia/Yerevan" },
  ...{ place: "Palais, Room 7\nEntrance B", join: null, topics: [], reminders: [] },
  agenda: [{ id: "i", by: "med", text: "Opening hours, one; two" }],
  ...{ held: null, until: null, attended: [], sequence: 3 },
};
const organizer = { name: "Parley, River Talks", email: "parley@talks.example" };
const settings = { origin: "https://talks.example", content: false, organizer };
const attendee = { name: 'Ada "A." Ostrova', email: "ada@north.example", accepted: false };
const at = "2026-02-20T08:00:00.123Z";
const invite = (method: Method, more: Partial<Contact> = {}, content = false, accepted = false) =>
  invitationOf(
    { contact: { ...contact, ...more }, method, attendee: { ...attendee, accepted }, at },
    { ...settings, content },
  );

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  const one = Object.values(nodeIcal.sync.parseICS(text)).filter(
    (part): part is VEvent => part?.type === "VEVENT",
  );
  return { calendar, event: events[0]!, events, other: one[0]!, others: one };
}

describe("an invitation", () => {
  it("[R39] is one event of its method, with a UID that stays and a SEQUENCE that counts", () => {
    const { calendar, event, events, other } = read(invite("REQUEST"));
    expect(events).toHaveLength(1);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(calendar.getFirstPropertyValue("prodid")).toMatch(/Parley/);
    expect(event.getFirstPropertyValue("uid")).toBe(uidOf(contact));
    expect(event.getFirstPropertyValue("sequence")).toBe(3);
    expect(event.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(other.uid).toBe(uidOf(contact));
    expect(Number(other.sequence)).toBe(3);
    const moved = read(invite("REQUEST", { sequence: 4 })).event;
    expect([moved.getFirstPropertyValue("uid"), moved.getFirstPropertyValue("sequence")]).toEqual([
      uidOf(contact),
      4,
    ]);
    expect(uidOf({ process: "river-talks", id: "c2" })).not.toBe(uidOf(contact));
    expect(uidOf({ process: "river", id: "talks-c1" })).not.toBe(uidOf(contact));
  });

  it("says its instants in UTC, each as itself, with the instant at which it was written", () => {
    const text = invite("REQUEST");
    expect(text).toMatch(/^DTSTART:20260302T120000Z\r$/m);
    expect(text).toMatch(/^DTEND:20260302T133000Z\r$/m);
    expect(text).toMatch(/^DTSTAMP:20260220T080000Z\r$/m);
    const { event, other } = read(text);
    const start = event.getFirstPropertyValue("dtstart") as ICAL.Time;
    expect([start.zone.tzid, start.toJSDate().toISOString()]).toEqual(["UTC", "2026-03-02T12:00:00.000Z"]);
    expect([other.start.toISOString(), other.end.toISOString()]).toEqual([
      "2026-03-02T12:00:00.000Z",
      "2026-03-02T13:30:00.000Z",
    ]);
  });

  it("[R47] names nobody but the one it goes to, and none of the content", () => {
    const text = invite("REQUEST");
    const { event, other } = read(text);
    expect(event.getAllProperties("attendee")).toHaveLength(1);
    const [ada] = event.getAllProperties("attendee");
    expect(String(ada!.getFirstValue()).toLowerCase()).toBe("mailto:ada@north.example");
    expect([ada!.getParameter("rsvp"), ada!.getParameter("partstat")]).toEqual(["FALSE", "NEEDS-ACTION"]);
    expect(ada!.getParameter("cn")).toBe("Ada 'A.' Ostrova");
    expect(text.replaceAll("\r\n ", "")).not.toContain('\\"');
    expect(event.getFirstPropertyValue("organizer")).toBe("mailto:parley@talks.example");
    expect(other.summary).toBe("Contact");
    expect(event.getFirstPropertyValue("description")).toBe(
      "https://talks.example/p/river-talks/contacts/c1",
    );
    for (const word of ["Wasser", "Palais", "Opening"]) expect(text).not.toContain(word);
    expect(
      read(invite("REQUEST", {}, false, true))
        .event.getFirstProperty("attendee")
        ?.getParameter("partstat"),
    ).toBe("ACCEPTED");
  });

  it("carries the content where that is allowed: escaped, folded, and read back as it was", () => {
    const text = invite("REQUEST", {}, true);
    const { event, other } = read(text);
    expect(event.getFirstPropertyValue("summary")).toBe(contact.title);
    expect(other.summary).toBe(contact.title);
    expect(event.getFirstPropertyValue("location")).toBe(contact.place);
    expect(event.getFirstPropertyValue("description")).toContain("– Opening hours, one; two");
    expect(text.replaceAll("\r\n ", "")).toContain("SUMMARY:Grenzübergänge\\; «Wasser»\\, Weide\\\\Vieh");
  });

  it.each([false, true])(
    "is made of lines of at most 75 octets that end in CRLF (content: %s)",
    (content) => {
      const text = invite("REQUEST", {}, content);
      expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    },
  );
});

describe("a cancellation", () => {
  it("[R39] has the UID of what it cancels, a later SEQUENCE and the status", () => {
    const { calendar, event } = read(invite("CANCEL", { state: "cancelled", sequence: 4 }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(event.getFirstPropertyValue("uid")).toBe(uidOf(contact));
    expect(event.getFirstPropertyValue("sequence")).toBe(4);
    expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.getAllProperties("attendee")).toHaveLength(1);
    expect(event.getFirstProperty("organizer")).not.toBeNull();
  });

  it("of one who is uninvited leaves the contact to the others", () => {
    const { calendar, event } = read(invite("uninvited", { sequence: 4 }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(event.getFirstPropertyValue("status")).toBeNull();
  });
});

describe("a calendar that is subscribed to", () => {
  it("publishes what has a time, marks what was called off, and names no attendee", () => {
    const all: Contact[] = [
      contact,
      { ...contact, id: "c2", state: "cancelled", sequence: 5 },
      { ...contact, id: "c3", state: "proposed", agreed: null },
      {
        ...{ ...contact, id: "c4", state: "held" },
        held: { from: "2026-03-02T12:10:00Z", to: "2026-03-02T12:40:00Z" },
      },
    ];
    const text = feedOf(all, { ...settings, at });
    const { calendar, events, others } = read(text);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(events.map((event) => event.getFirstPropertyValue("status"))).toEqual([
      "CONFIRMED",
      "CANCELLED",
      "CONFIRMED",
    ]);
    expect(new Set(others.map((event) => event.uid)).size).toBe(3);
    expect(others[2]!.start.toISOString()).toBe("2026-03-02T12:10:00.000Z");
    for (const event of events) {
      expect(event.getAllProperties("attendee")).toEqual([]);
      expect(event.getFirstProperty("organizer")).not.toBeNull();
      expect(event.getFirstProperty("dtstamp")).not.toBeNull();
    }
    expect(text).not.toContain("Wasser");
  });

  it("is a calendar of its own without any contact", () => {
    expect(feedOf([], { ...settings, at })).toContain("BEGIN:VCALENDAR");
    expect(read(feedOf([], { ...settings, at })).events).toEqual([]);
  });
});
