import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, carriage, contentHash, delegationsOnly, message, seated } from "../index.ts";

const posting: message.Posting = {
  id: "m",
  process: "talks",
  channel: "c",
  thread: null,
  delegation: "arm",
  recordedBy: null,
  to: ["arm", "med"],
};
const content = (text: string, salt = "s"): message.Content => ({ salt, text, language: "en", files: [] });
const posted = {
  type: "message-posted" as const,
  payload: { ...posting, content: message.hashOf(content("one")) },
};
const carried: carriage.Carriage = {
  by: "med",
  from: { channel: "a", message: "m" },
  to: { channel: "b", message: "n" },
  told: false,
};

describe("messages", () => {
  it("[R54] is sent once, with the hash of its words and not the words", () => {
    given(message)
      .when({ type: "post-message", posting, content: content("one") })
      .yields(posted);
    expect(JSON.stringify(posted)).not.toContain("one");
    given(message, posted)
      .when({ type: "post-message", posting, content: content("one") })
      .refused("message-exists");
  });
  it("[R54] is written by one of those it is for", () =>
    given(message)
      .when({ type: "post-message", posting: { ...posting, delegation: "aze" }, content: content("one") })
      .refused("channel-foreign"));
  it("[R54] a reply is for those of the channel who see what it replies to", () => {
    expect(message.audienceIn(["arm", "aze", "med"], null)).toEqual(["arm", "aze", "med"]);
    expect(message.audienceIn(["arm", "aze", "med"], ["arm", "left", "med"])).toEqual(["arm", "med"]);
  });
  it.each(["", " \n "])("[R54] has words or a file: %j", (text) => {
    given(message)
      .when({ type: "post-message", posting, content: content(text) })
      .refused("message-empty");
    given(message, posted)
      .when({ type: "edit-message", content: content(text) })
      .refused("message-empty");
  });
  it("[R52] shown to those who join, it is theirs too, and only the newly told are named", () => {
    given(message, posted)
      .when({ type: "show-message", to: ["aze", "arm"] })
      .yields({ type: "message-shown", payload: { to: ["aze"] } });
    given(message, posted)
      .when({ type: "show-message", to: ["arm"] })
      .refused("nothing-changed");
    const state = message.evolve(message.evolve(message.initialState, posted), {
      type: "message-shown",
      payload: { to: ["aze"] },
    });
    expect(message.audienceOf(state)).toEqual(delegationsOnly(["arm", "aze", "med"]));
  });
  it("[R56] an edit is a new version; withdrawn it cannot be edited or withdrawn again", () => {
    given(message, posted)
      .when({ type: "edit-message", content: content("two") })
      .yields({ type: "message-edited", payload: { content: message.hashOf(content("two")) } });
    const edited = message.evolve(message.evolve(message.initialState, posted), {
      type: "message-edited",
      payload: { content: "h2" },
    });
    expect(edited).toMatchObject({ contents: [posted.payload.content, "h2"] });
    const withdrawn = given(message, posted, { type: "message-withdrawn", payload: {} });
    withdrawn.when({ type: "edit-message", content: content("two") }).refused("message-withdrawn");
    withdrawn.when({ type: "withdraw-message" }).refused("message-withdrawn");
  });
  it("[R59] is erased once, also after it was withdrawn, and then nothing is written over it", () => {
    given(message, posted, { type: "message-withdrawn", payload: {} })
      .when({ type: "erase-message" })
      .yields({ type: "message-erased", payload: {} });
    const erased = given(message, posted, { type: "message-erased", payload: {} });
    erased.when({ type: "erase-message" }).refused("nothing-changed");
    erased.when({ type: "edit-message", content: content("two") }).refused("message-erased");
  });
  it("[R57] it is told once that it was carried on", () =>
    given(message, posted, { type: "message-carried-on", payload: {} })
      .when({ type: "carry-message-on" })
      .refused("nothing-changed"));
  it("[R60] equal words have different hashes", () => {
    expect(message.hashOf(content("yes", "a"))).not.toBe(message.hashOf(content("yes", "b")));
    expect(message.hashOf(content("yes", "a"))).toBe(
      contentHash({ files: [], language: "en", salt: "a", text: "yes" }),
    );
  });
  it("[R54] there is none before it is sent", () =>
    given(message).when({ type: "withdraw-message" }).refused("message-absent"));
});

describe("carriage", () => {
  it("[R57] where it came from is seen by the delegation that carried it alone", () => {
    given(carriage)
      .when({ type: "carry-message", ...carried })
      .yields({ type: "message-carried", payload: carried });
    const audience = carriage.audienceOf({ status: "standing", ...carried });
    const sees = (delegation: string) =>
      canSee(seated("x", [{ process: "talks", delegation, capacity: "party", lead: true }]), audience);
    expect(["med", "arm", "aze"].map(sees)).toEqual([true, false, false]);
  });
  it("[R57] goes to another channel, once", () => {
    given(carriage)
      .when({ type: "carry-message", ...carried, to: { channel: "a", message: "n" } })
      .refused("carried-nowhere");
    given(carriage, { type: "message-carried", payload: carried })
      .when({ type: "carry-message", ...carried })
      .refused("message-exists");
  });
});
