import { describe, it } from "vitest";
import { given } from "../test/given.ts";
import { process } from "./index.ts";

const opening = {
  name: "Talks",
  description: "",
  parties: ["state:ARM", "state:AZE"],
  mediators: ["org:eu"],
};
const opened = { type: "process-opened" as const, payload: opening };

describe("process", () => {
  it("[R4] is opened with its sides and mediators", () =>
    given(process)
      .when({ type: "open-process", ...opening, name: " Talks " })
      .yields(opened));
  it("[R4] is opened once", () =>
    given(process, opened)
      .when({ type: "open-process", ...opening })
      .refused("process-exists"));
  it("[R4] has a name", () =>
    given(process)
      .when({ type: "open-process", ...opening, name: "  " })
      .refused("process-unnamed"));
  it.each(["parties", "mediators"])("[R4] names none of its %s twice", (list) =>
    given(process)
      .when({ type: "open-process", ...opening, [list]: ["state:ARM", "state:ARM"] })
      .refused("party-twice"),
  );
});
