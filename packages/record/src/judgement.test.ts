import { describe, it } from "vitest";
import { given } from "../test/given.ts";
import { judgement } from "./index.ts";

const base: judgement.Judged = {
  id: "j1",
  claims: ["c1", "c2"],
  verdict: "accept",
  reason: "seen the original",
  correction: null,
  others: [],
  undoes: null,
};
const judged = (more: Partial<judgement.Judged> = {}): judgement.JudgementGiven => ({
  type: "judged",
  payload: { ...base, ...more },
});
const judge = (more: Partial<judgement.Judged> = {}): judgement.Command => ({
  type: "judge",
  ...base,
  ...more,
});

describe("judgement", () => {
  it("[R7] addresses claims", () => given(judgement).when(judge()).yields(judged()));
  it("[R7] names at least one claim", () =>
    given(judgement)
      .when(judge({ claims: [] }))
      .refused("claims-missing"));
  it("[R7] names no claim twice", () =>
    given(judgement)
      .when(judge({ claims: ["c1", "c1"] }))
      .refused("claims-twice"));

  it("[R7] no two judgements have one id", () =>
    given(judgement, judged())
      .when(judge({ reason: "again" }))
      .refused("judgement-exists"));

  it("[R8] a merge names claims of another occurrence", () =>
    given(judgement)
      .when(judge({ verdict: "merge", others: ["c3"] }))
      .yields(judged({ verdict: "merge", others: ["c3"] })));
  it("[R8] a merge with nothing is refused", () =>
    given(judgement)
      .when(judge({ verdict: "merge" }))
      .refused("others-missing"));
  it("[R8] a merge with its own claims is refused", () =>
    given(judgement)
      .when(judge({ verdict: "merge", others: ["c2", "c3"] }))
      .refused("others-wrong"));
  it("[R8] a split names some of the claims", () =>
    given(judgement)
      .when(judge({ verdict: "split", others: ["c2"] }))
      .yields(judged({ verdict: "split", others: ["c2"] })));
  it.each([[["c1", "c2"]], [["c3"]], [["c2", "c3"]]])(
    "[R8] a split that leaves nothing, or takes what is not there, is refused: %o",
    (others) =>
      given(judgement)
        .when(judge({ verdict: "split", others }))
        .refused("others-wrong"),
  );
  it("[R8] no other verdict names others", () =>
    given(judgement)
      .when(judge({ others: ["c3"] }))
      .refused("others-wrong"));

  it("[R9] a correction replaces fields", () =>
    given(judgement)
      .when(judge({ verdict: "correct", correction: { status: "planned" } }))
      .yields(judged({ verdict: "correct", correction: { status: "planned" } })));
  it.each([[null], [{}]])("[R9] a correction of nothing is refused: %o", (correction) =>
    given(judgement)
      .when(judge({ verdict: "correct", correction }))
      .refused("correction-missing"),
  );
  it("[R9] no other verdict carries a correction", () =>
    given(judgement)
      .when(judge({ correction: { status: "planned" } }))
      .refused("correction-unasked"));

  const undo = { id: "j2", undoes: "j1" };
  it("[R10] is taken back by another judgement", () =>
    given(judgement, judged()).when(judge(undo)).yields(judged(undo)));
  it("[R10] is taken back once", () =>
    given(judgement, judged(), judged(undo))
      .when(judge({ id: "j3", undoes: "j1" }))
      .refused("judgement-taken-back"));
  it("[R10] what is not there is not taken back", () =>
    given(judgement).when(judge(undo)).refused("judgement-absent"));
  it("[R10] taking back the taking-back makes it stand again", () =>
    given(judgement, judged(), judged(undo), judged({ id: "j3", undoes: "j2" }))
      .when(judge({ id: "j4", undoes: "j1" }))
      .yields(judged({ id: "j4", undoes: "j1" })));
  it("[R10] taking back a merge needs not name its claims again", () =>
    given(judgement, judged({ verdict: "merge", others: ["c3"] }))
      .when(judge({ ...undo, verdict: "merge", others: [] }))
      .yields(judged({ ...undo, verdict: "merge", others: [] })));
});
