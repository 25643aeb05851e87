import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { point } from "../index.ts";

const putting: point.Putting = {
  ...{ id: "p1", process: "talks", contact: "c1", by: "mediator", recordedBy: null },
  ...{ text: "The next meeting is in Geneva.", quotes: [], supersedes: null },
  asked: ["north", "south"],
  seenBy: ["mediator", "north", "observer", "south"],
};
const put: point.PointFact = { type: "point-put", payload: putting };
const answer = (delegation: string, given_: point.Answering["answer"], words = ""): point.Command => ({
  ...{ type: "answer-point", delegation, answer: given_, words, recordedBy: null },
});
const answered = (...of: Parameters<typeof answer>): point.PointFact => {
  const { type: _, ...payload } = answer(...of) as { type: string } & point.Answering;
  return { type: "point-answered", payload };
};
const stateAfter = (...facts: point.PointFact[]) =>
  facts.reduce(point.evolve, point.initialState) as point.Standing;

describe("a point put to the sides", () => {
  it("[R83] is seen by the delegations of the contact and asks the parties", () => {
    given(point)
      .when({ type: "put-point", ...putting })
      .yields(put);
    expect(point.audienceOf(stateAfter(put))).toEqual({
      kind: "delegations",
      delegations: ["mediator", "north", "observer", "south"],
    });
    expect(stateAfter(put).answers.map(({ answer: said }) => said)).toEqual(["none", "none"]);
  });
  it("[R83] is confirmed by the side that puts it, and needs another", () => {
    const own: point.PointFact = { ...put, payload: { ...putting, by: "north" } };
    expect(stateAfter(own).answers[0]).toMatchObject({ delegation: "north", answer: "confirmed" });
    given(point)
      .when({ type: "put-point", ...putting, by: "north", asked: ["north"] })
      .refused("nobody-asked");
  });
  it("[R84] is open until all have spoken, and disputed by one", () => {
    expect(stateAfter(put, answered("north", "confirmed")).state).toBe("open");
    expect(stateAfter(put, answered("north", "disputed", "no")).state).toBe("disputed");
    expect(stateAfter(put, answered("north", "confirmed"), answered("south", "own-words", "x")).state).toBe(
      "confirmed",
    );
  });
  it("[R84] takes another answer while it is open, of a side that is asked", () => {
    const disputed = answered("north", "disputed", "no");
    given(point, put, disputed).when(answer("north", "confirmed")).yields(answered("north", "confirmed"));
    given(point, put, disputed)
      .when(answer("north", "disputed", "no"))
      .refused("nothing-changed");
    given(point, put).when(answer("observer", "confirmed")).refused("delegation-uninvited");
  });
  it("[R85] stays when all confirmed it; another takes its place", () => {
    const all = [put, answered("north", "confirmed"), answered("south", "confirmed")];
    given(point, ...all)
      .when(answer("north", "disputed", "now not"))
      .refused("point-settled");
    given(point, ...all)
      .when({ type: "supersede-point", by: "p2" })
      .yields({ type: "point-superseded", payload: { by: "p2" } });
    given(point, ...all, { type: "point-superseded", payload: { by: "p2" } })
      .when(answer("north", "confirmed"))
      .refused("point-settled");
  });
});
