import { describe, expect, it } from "vitest";
import { tellings } from "../read-sample.ts";

const measures = (text: string) => tellings(text).filter((telling) => telling.startsWith("measure/"));

describe("measures", () => {
  it.each([
    ["Russia proposed resetting all the existing restrictions.", "measure/other offered RUS/actor"],
    [
      "Russia has declared two U.S. diplomats persona non grata.",
      "measure/expulsion happened RUS/actor USA/target",
    ],
    ["Russia recalled its ambassador from Washington.", "measure/other happened RUS/actor"],
    [
      "The United States expelled ten Russian diplomats, compelling Russia to respond in kind.",
      "measure/other happened RUS/actor",
    ],
    [
      "Joe Biden outlined the sanctions the United States would be ready to impose should the situation escalate.",
      "measure/sanction conditional USA/actor",
    ],
    [
      'Joe Biden mentioned the possibility of imposing "large-scale" sanctions in the event of an escalation.',
      "measure/sanction conditional joe-biden/actor",
    ],
    [
      "The European Union will impose sanctions on Belarus should the crackdown continue.",
      "measure/sanction conditional BLR/target eu/actor",
    ],
    ["The European Union will impose sanctions on Belarus.", "measure/sanction planned BLR/target eu/actor"],
    ["The United States lifted sanctions on Iran.", "measure/sanction happened IRN/target USA/actor"],
  ])("%s", (text, expected) => {
    expect(measures(text)).toContain(expected);
  });

  it.each(["They discussed sanctions.", "He recalled that the ambassador had left."])(
    "are not told of where none is decreed: %s",
    (text) => {
      expect(measures(text)).toEqual([]);
    },
  );
});
