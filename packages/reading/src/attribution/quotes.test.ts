import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "./quotes.ts";

const quoted = (text: string) => findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe("findQuotations", () => {
  it("reads straight, curly, doubled and angle marks", () => {
    expect(quoted('He said "stop" and “wait”.')).toEqual(['"stop"', "“wait”"]);
    expect(quoted("She called it ''a mistake'' and «una lástima».")).toEqual([
      "''a mistake''",
      "«una lástima»",
    ]);
  });

  it("takes no apostrophe for a mark", () => {
    expect(quoted("The ministers' talks and Armenia’s answer weren't over.")).toEqual([]);
  });

  it("follows an unclosed quotation into the next paragraph", () => {
    const found = findQuotations('"We waited for an hour.\n\n"Nobody came," he said.');
    expect(found.map(({ closed, continues }) => ({ closed, continues }))).toEqual([
      { closed: false, continues: false },
      { closed: true, continues: true },
    ]);
  });

  it("keeps an unclosed quotation inside its paragraph", () => {
    expect(quoted('He said: "We are leaving.\nThe talks ended.')).toEqual(['"We are leaving.']);
  });

  it("gives ordered spans without overlap on any text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('"', "“", "”", "'", "’", "‘", "«", "»", "a", "B", " ", "\n", ".", ","),
        }),
        (text) => {
          let last = 0;
          for (const { start, end } of findQuotations(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
    );
  });
});
