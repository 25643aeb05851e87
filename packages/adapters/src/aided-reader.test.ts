/** The real reader with endpoints that speak the real protocols: what is sent, what comes of it, what a failure costs. */
import type { Source } from "@parley/reading";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reader } from "../../reading/src/read-sample.ts";
import { startLibreTranslate } from "../test/libretranslate.ts";
import { startOpenAi } from "../test/openai.ts";
import { type Patience, withoutPauses } from "../test/patience.ts";
import { html, type RecordingServer } from "../test/recording-server.ts";
import { openAidedReader } from "./aided-reader.ts";
import type { AdapterSettings } from "./settings.ts";

const DICTIONARY = {
  "Лавров и Мирзоян поговорили по телефону": "Lavrov and Mirzoyan spoke by phone",
  "Министр иностранных дел России Сергей Лавров 4 мая 2022 года провёл телефонный разговор с Араратом Мирзояном, сообщил МИД России.":
    "Russian Foreign Minister Sergey Lavrov held a telephone conversation with Ararat Mirzoyan on May 4, 2022, the Russian Foreign Ministry said.",
  "Дорогу в деревню Тагавард открыли для семей в пятницу.":
    "The road to the village of Taghavard was reopened to families on Friday.",
};
const RUSSIAN: Source = { id: "ru", text: Object.keys(DICTIONARY).join("\n\n"), published: "2022-05-08" };
const ENGLISH: Source = {
  id: "en",
  text: "Sergey Lavrov spoke by telephone with Ararat Mirzoyan on 4 May 2022. The road to the village of Taghavard was reopened to families on Friday.",
  published: "2022-05-08",
};
const ARMENIAN: Source = {
  id: "hy",
  text: "Արտաքին գործերի նախարարը հեռախոսազրույց է ունեցել իր գործընկերոջ հետ։",
};
const ROAD = "The road to the village of Taghavard was reopened to families on Friday";

const road = (quote: string) => ({
  ...{ quote, kind: "measure", type: "opening", status: "happened", stance: "asserts", background: false },
  ...{ actors: [], time: "on Friday", place: null, speaker: null, cue: null },
});

let translation: RecordingServer;
let second: RecordingServer;
let patience: Patience;
let settings: {
  translator: NonNullable<AdapterSettings["translator"]>;
  secondReader: NonNullable<AdapterSettings["secondReader"]>;
};

beforeEach(async () => {
  patience = withoutPauses();
  translation = await startLibreTranslate({ dictionary: DICTIONARY });
  second = await startOpenAi({
    reads: () => [road(ROAD), road("The road to nowhere was reopened"), { quote: ROAD }],
  });
  const usual = { timeout: 5_000 };
  settings = {
    translator: { ...usual, address: translation.address, host: translation.host, key: null },
    secondReader: {
      ...usual,
      address: `${second.address}/v1`,
      host: second.host,
      key: "sk-test-0123456789",
      model: "test-model",
    },
  };
});
afterEach(() => Promise.all([translation.close(), second.close()]));

const open = (chosen: Partial<AdapterSettings>) =>
  openAidedReader(reader, { translator: null, secondReader: null, ...chosen }, patience);
const rules = ({ document }: { document: { diagnostics: { rule: string }[] } }) =>
  document.diagnostics.map(({ rule }) => rule);

describe("nothing is sent", () => {
  test("with nothing configured: not even a connection is made", async () => {
    const plain = open({});
    for (const source of [RUSSIAN, ENGLISH, ARMENIAN, { text: "" }])
      expect(await plain.read(source)).toEqual(reader.read(source));
    expect([translation.connections(), second.connections()]).toEqual([0, 0]);
  });

  test("to a translator of what is in English, or empty", async () => {
    const { translator } = settings;
    for (const source of [ENGLISH, { text: " " }])
      expect(await open({ translator }).read(source)).toEqual(reader.read(source));
    expect(translation.connections()).toBe(0);
  });

  test("to a second reader of what is in no language it can be checked in", async () => {
    const { secondReader } = settings;
    expect(await open({ secondReader }).read(RUSSIAN)).toEqual(reader.read(RUSSIAN));
    expect(second.connections()).toBe(0);
  });
});

describe("a translated document", () => {
  test("is read, with every span in the original and every quote its paragraph", async () => {
    const { translator } = settings;
    const aided = open({ translator });
    const { document, claims } = await aided.read(RUSSIAN);
    expect(document.text).toBe(RUSSIAN.text);
    expect(claims.some(({ told }) => told.type === "call")).toBe(true);
    for (const claim of claims) {
      expect(document.text.slice(claim.start, claim.end)).toBe(claim.quote);
      const english = DICTIONARY[claim.quote as keyof typeof DICTIONARY];
      expect(english).toContain(claim.translation!.quote);
      expect(claim.translation).toMatchObject({ from: "ru", by: `LibreTranslate at ${translation.host}` });
    }
    expect(aided.tally).toEqual({ translated: 1, notTranslated: 0, readTwice: 0, notReadTwice: 0 });
    expect(second.connections()).toBe(0);
  });

  test("is read a second time in English, with proposals that point at the original too", async () => {
    const { document, claims } = await open(settings).read(RUSSIAN);
    const [proposed, ...others] = claims.filter(({ proposedBy }) => proposedBy !== undefined);
    expect(others).toEqual([]);
    expect(proposed).toMatchObject({
      proposedBy: `test-model at ${second.host}`,
      quote: "Дорогу в деревню Тагавард открыли для семей в пятницу.",
      translation: { quote: ROAD },
    });
    expect(document.text.slice(proposed!.start, proposed!.end)).toBe(proposed!.quote);
    expect(proposed!.told.when?.edtf).toBe("2022-05-06");
    expect(claims.some(({ proposedBy, told }) => proposedBy === undefined && told.type === "call")).toBe(
      true,
    );
  });
});

test("a second reading adds what it can prove, and the rest is counted", async () => {
  const { secondReader } = settings;
  const reading = await open({ secondReader }).read(ENGLISH);
  const own = reader.read(ENGLISH);
  expect(reading.claims.filter(({ proposedBy }) => proposedBy === undefined)).toEqual(own.claims);
  expect(reading.claims).toHaveLength(own.claims.length + 1);
  const noticed = reading.document.diagnostics.filter(({ rule }) => rule.startsWith("second-reader."));
  expect(noticed.map(({ rule, message }) => [rule, message.match(/\d+(?= of| claims)/)?.[0]])).toEqual([
    ["second-reader.read", "3"],
    ["second-reader.misshapen", "1"],
    ["second-reader.not-verbatim", "1"],
  ]);
});

describe("a failure", () => {
  test("keeps its document whole and unread, says why, and stops no other", async () => {
    const { translator } = settings;
    const aided = open({ translator });
    translation.misbehave(
      Array.from({ length: 4 }, () => html(502, "Bad Gateway")),
      ({ path }) => path === "/translate",
    );
    const failed = await aided.read(RUSSIAN);
    expect(failed.document.text).toBe(RUSSIAN.text);
    expect(failed.claims).toEqual([]);
    expect(rules(failed)).toEqual(["unread-language", "translation.failing"]);
    expect(failed.document.diagnostics[0]!.message).toMatch(
      /"ru"; only English is read, and it could not be translated.*502/,
    );
    const [armenian, again, english] = await Promise.all(
      [ARMENIAN, RUSSIAN, ENGLISH].map((source) => aided.read(source)),
    );
    expect(rules(armenian!)).toEqual(["unread-language", "translation.language"]);
    expect(again!.claims.length).toBeGreaterThan(0);
    expect(english).toEqual(reader.read(ENGLISH));
    expect(aided.tally).toMatchObject({ translated: 1, notTranslated: 2 });
  });

  test("of the second reader leaves the first one's claims", async () => {
    await second.close();
    const { secondReader } = settings;
    const aided = open({ secondReader });
    const { document, ...rest } = await aided.read(ENGLISH);
    const { document: _, ...own } = reader.read(ENGLISH);
    expect(rest).toEqual(own);
    expect(rules({ document })).toEqual(["second-reader.unreachable"]);
    expect(aided.tally).toMatchObject({ readTwice: 0, notReadTwice: 1 });
  });

  test("of the second reader leaves the translation read", async () => {
    await second.close();
    const { claims, document } = await open(settings).read(RUSSIAN);
    expect(claims.length).toBeGreaterThan(0);
    expect(rules({ document })).toEqual(
      expect.arrayContaining(["translation.read", "second-reader.unreachable"]),
    );
  });

  test("of ours is no failure of theirs", async () => {
    const broken = { ...patience, send: () => Promise.reject(new TypeError("a fault")) };
    const { translator } = settings;
    const aided = openAidedReader(reader, { translator, secondReader: null }, broken);
    await expect(aided.read(RUSSIAN)).rejects.toThrow("a fault");
  });
});

test("what was left out is said", async () => {
  const { translator } = settings;
  const text = Array.from({ length: 130 }, () => "Министр заявил об этом в четверг. ".repeat(25).trim()).join(
    "\n\n",
  );
  const { document } = await open({ translator }).read({ text });
  const noticed = document.diagnostics.find(({ rule }) => rule === "translation.in-part")!;
  expect(noticed.end).toBe(document.text.length);
  expect(noticed.start).toBeGreaterThan(90_000);
});
