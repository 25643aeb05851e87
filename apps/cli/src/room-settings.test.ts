import { describe, expect, it } from "vitest";
import { roomSettings } from "./room-settings.ts";

const smtp = "smtps://user:s3cret@mail.example:465";

describe("what the environment says about calls, calendars and mail", () => {
  it("says nothing where nothing is set", () => {
    expect(roomSettings({})).toEqual({ joinTemplate: null, mail: null, calendarContent: false });
  });

  it("reads all of it", () => {
    expect(
      roomSettings({
        PARLEY_JOIN_TEMPLATE: "https://meet.example/{room}#config",
        PARLEY_SMTP_URL: smtp,
        PARLEY_MAIL_FROM: '"River Talks" <parley@talks.example>',
        PARLEY_MAIL_CONTENT: "yes",
        PARLEY_CALENDAR_CONTENT: "yes",
      }),
    ).toEqual({
      joinTemplate: "https://meet.example/{room}#config",
      mail: { url: smtp, from: { name: "River Talks", email: "parley@talks.example" }, content: true },
      calendarContent: true,
    });
    expect(roomSettings({ PARLEY_SMTP_URL: smtp, PARLEY_MAIL_FROM: "a@b.example" }).mail).toMatchObject({
      from: { name: "Parley", email: "a@b.example" },
      content: false,
    });
  });

  it.each([
    [{ PARLEY_JOIN_TEMPLATE: "https://meet.example/" }],
    [{ PARLEY_JOIN_TEMPLATE: "javascript:{room}" }],
    [{ PARLEY_SMTP_URL: smtp }],
    [{ PARLEY_MAIL_FROM: "a@b.example" }],
    [{ PARLEY_SMTP_URL: "https://mail.example", PARLEY_MAIL_FROM: "a@b.example" }],
    [{ PARLEY_SMTP_URL: smtp, PARLEY_MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }],
    [{ PARLEY_SMTP_URL: smtp, PARLEY_MAIL_FROM: "a@b.example", PARLEY_MAIL_CONTENT: "perhaps" }],
  ])("refuses %o at the start, without repeating a password", (environment) => {
    expect(() => roomSettings(environment)).toThrow(/^PARLEY_/);
    expect(() => roomSettings(environment)).not.toThrow(/s3cret/);
  });
});
