/** Reading a translation: what is claimed is read in English, what proves it is the original. Texts written for this test. */
import type { Translation } from "@parley/protocol";
import { describe, expect, test } from "vitest";
import { reader } from "../read-sample.ts";
import type { Reading } from "../reading.ts";
import type { Source } from "../source.ts";
import { englishText, passagesOf } from "./passages.ts";

const TITLE = "Лавров и Мирзоян поговорили по телефону";
const PARAGRAPHS = [
  "МОСКВА, 5 мая. /ТАСС/. Министр иностранных дел России Сергей Лавров 4 мая 2022 года провёл телефонный разговор с Араратом Мирзояном, сообщил МИД России. Лавров призвал стороны к сдержанности.",
  "Ранее, 9 ноября 2020 года, Россия, Армения и Азербайджан подписали заявление о прекращении огня. Оно предусматривает обмен пленными и размещение миротворцев.",
];
const ENGLISH: Record<string, string> = {
  [TITLE]: "Lavrov and Mirzoyan spoke by phone",
  [PARAGRAPHS[0]!]:
    "MOSCOW, May 5. /TASS/. Russian Foreign Minister Sergey Lavrov held a telephone conversation with Ararat Mirzoyan on May 4, 2022, the Russian Foreign Ministry said. Lavrov called on the sides to show restraint.",
  [PARAGRAPHS[1]!]:
    "Earlier, on November 9, 2020, Russia, Armenia and Azerbaijan signed a statement on a ceasefire. It provides for an exchange of prisoners and the deployment of peacekeepers.",
};
const BY = "LibreTranslate at translate.example";

function translate(text: string): Translation {
  const passages = passagesOf(text).map(({ start, end }) => ({
    start,
    end,
    text: ENGLISH[text.slice(start, end)]!,
  }));
  return { from: "ru", by: BY, title: ENGLISH[TITLE]!, passages };
}
const asText: Source = { text: [TITLE, ...PARAGRAPHS].join("\n\n"), published: "2022-05-05" };
const asPage: Source = {
  html: `<html lang="ru"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`,
  published: "2022-05-05",
};

describe.each([
  { name: "plain text", source: asText },
  { name: "a page", source: asPage },
])("$name", ({ source }) => {
  const unread = reader.read(source);
  const reading: Reading = reader.read(source, { translation: translate(unread.document.text) });
  const { text } = reading.document;

  test("without a translation it is kept whole and unread", () => {
    expect(unread.document).toMatchObject({ language: "ru" });
    expect(unread.document.text).toContain(PARAGRAPHS[1]);
    expect(unread.claims).toEqual([]);
    expect(unread.document.diagnostics.map(({ rule }) => rule)).toContain("unread-language");
  });

  test("with one it is read, and stays the document that it was", () => {
    expect(reading.document).toMatchObject({
      id: unread.document.id,
      sha256: unread.document.sha256,
      language: "ru",
    });
    expect(text).toBe(unread.document.text);
    expect(reading.document.translation).toMatchObject({ from: "ru", by: BY, title: ENGLISH[TITLE] });
    const rules = reading.document.diagnostics.map(({ rule }) => rule);
    expect(rules).toContain("translation.read");
    expect(rules).not.toContain("unread-language");
  });

  test("what the English tells is claimed, dated and attributed", () => {
    const call = reading.claims.find(({ told }) => told.type === "call" && !told.background)!;
    expect(call.told.actors.map(({ actor }) => actor).sort()).toEqual([
      "person:ararat-mirzoyan",
      "person:sergey-lavrov",
    ]);
    expect(reading.claims.some(({ told }) => told.when?.edtf === "2022-05-04")).toBe(true);
    expect(reading.claims.map(({ told }) => told.kind)).toEqual(
      expect.arrayContaining(["contact", "agreement", "position"]),
    );
    expect(reading.document.agencies).toEqual(["outlet:tass"]);
  });

  test("every span is a paragraph of the original and slices to its quote", () => {
    const whole = passagesOf(text).map(({ start, end }) => `${start}-${end}`);
    expect(reading.claims.length).toBeGreaterThan(2);
    for (const claim of reading.claims) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
      expect(whole).toContain(`${claim.start}-${claim.end}`);
      for (const { start, end } of claim.attribution)
        if (end > start) expect(whole).toContain(`${start}-${end}`);
    }
    const { detail } = reading.claims.find(({ told }) => told.kind === "agreement")!.told;
    const provisions = "provisions" in detail && Array.isArray(detail.provisions) ? detail.provisions : [];
    expect(provisions.length).toBeGreaterThan(0);
    for (const provision of provisions) {
      expect(text.slice(provision.start, provision.end)).toBe(provision.text);
      expect(ENGLISH[PARAGRAPHS[1]!]).toContain(provision.translation);
    }
  });

  test("each claim keeps the English words that were read, and says by whom they are", () => {
    const english = englishText(reading.document);
    for (const { translation, quote } of reading.claims) {
      expect(translation).toMatchObject({ from: "ru", by: BY });
      expect(english).toContain(translation!.quote);
      expect(ENGLISH[quote]).toContain(translation!.quote);
    }
  });

  test("ids are unique, and the same again", () => {
    const ids = reading.claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const again = reader.read(source, { translation: translate(text) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(reading));
  });
});

test("a paragraph that was not translated is kept and not read", () => {
  const { text } = reader.read(asText).document;
  const whole = translate(text);
  const reading = reader.read(asText, { translation: { ...whole, passages: whole.passages.slice(0, 2) } });
  expect(reading.document.text).toContain(PARAGRAPHS[1]);
  expect(reading.claims.some(({ told }) => told.kind === "contact")).toBe(true);
  expect(reading.claims.some(({ told }) => told.kind === "agreement")).toBe(false);
});

test("a translation without a word is read, and tells of nothing", () => {
  const whole = translate(reader.read(asText).document.text);
  const empty = { ...whole, passages: whole.passages.map((passage) => ({ ...passage, text: " " })) };
  expect(reader.read(asText, { translation: empty }).claims).toEqual([]);
});

test("an English document takes no translation", () => {
  const source = { text: "Sergey Lavrov spoke by telephone with Ararat Mirzoyan on 4 May 2022." };
  const translation = {
    from: "ru",
    by: BY,
    title: null,
    passages: [{ start: 0, end: 5, text: "Nothing happened." }],
  };
  expect(reader.read(source, { translation })).toEqual(reader.read(source));
});

test("paragraphs are told apart by empty lines; lines of marks are none", () => {
  const text = "Один\nдва\n\n***\n\nТри.";
  expect(passagesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Один\nдва", "Три."]);
});
