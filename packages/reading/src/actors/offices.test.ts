import { describe, expect, it } from "vitest";
import { finder } from "./actor-sample.ts";

describe("holdersOf", () => {
  it("gives the one holder at a time, and all in order without one", () => {
    expect(finder.holdersOf("foreign minister", "state:ARM", "2020-10-01").map((one) => one.person)).toEqual([
      "person:zohrab-mnatsakanyan",
    ]);
    const all = finder.holdersOf("foreign minister", "state:ARM");
    expect(all.length).toBeGreaterThan(3);
    expect(all.map((one) => one.from)).toEqual(all.map((one) => one.from).sort());
  });

  it("reads a month as all its days", () => {
    const inMonth = finder.holdersOf("foreign ministry spokesperson", "state:CHN", {
      from: "2023-01-05",
      to: "2023-01-05",
    });
    expect(inMonth.map((one) => one.person)).toContain("person:zhao-lijian");
  });
});

describe("officeInterval", () => {
  it("gives the stretch that narrows a year", () => {
    expect(finder.officeInterval("person:zohrab-mnatsakanyan", "foreign minister")).toEqual([
      {
        person: "person:zohrab-mnatsakanyan",
        title: "foreign minister",
        of: "state:ARM",
        from: "2018-05-12",
        to: "2020-11-16",
        why: "Zohrab Mnatsakanyan (foreign minister 2018-05-12 to 2020-11-16)",
      },
    ]);
  });

  it("is empty for somebody unknown", () => {
    expect(finder.officeInterval("person:?-nobody", null)).toEqual([]);
  });
});
