import { describe, expect, test } from "vitest";
import { type AdapterOptions, notice, settingsFrom } from "./settings.ts";

const settings = (
  env: Record<string, string>,
  options: AdapterOptions = {},
  files: Record<string, string> = {},
) =>
  settingsFrom(options, {
    env,
    readFile(path) {
      const text = files[path];
      if (text === undefined) throw new Error(`ENOENT: ${path}`);
      return text;
    },
  });
const READER = { PARLEY_SECOND_READER_URL: "http://localhost:11434/v1", PARLEY_SECOND_READER_MODEL: "qwen" };

test("nothing configured is nothing at all", () => {
  expect(settings({})).toBe(null);
  expect(settings({ PARLEY_TRANSLATE_URL: " ", PARLEY_TRANSLATE_KEY: "k" })).toBe(null);
});

test("addresses come from options, else from the environment; each endpoint stands alone", () => {
  expect(settings({ PARLEY_TRANSLATE_URL: "https://t.example:5000/lt/" })).toEqual({
    translator: { address: "https://t.example:5000/lt", host: "t.example:5000", key: null, timeout: 30_000 },
    secondReader: null,
  });
  expect(
    settings({ PARLEY_TRANSLATE_URL: "https://a.example" }, { translate: "https://b.example" })?.translator
      ?.host,
  ).toBe("b.example");
  expect(settings(READER)).toEqual({
    translator: null,
    secondReader: {
      ...{ address: "http://localhost:11434/v1", host: "localhost:11434", key: null, timeout: 120_000 },
      model: "qwen",
    },
  });
  expect(settings(READER, { secondReaderModel: "other" })?.secondReader?.model).toBe("other");
});

test("keys come from the environment or a file", () => {
  const url = { PARLEY_TRANSLATE_URL: "https://t.example" };
  expect(settings({ ...url, PARLEY_TRANSLATE_KEY: "k1" })?.translator?.key).toBe("k1");
  const file = { ...url, PARLEY_TRANSLATE_KEY_FILE: "/run/key" };
  expect(settings(file, {}, { "/run/key": "k2\n" })?.translator?.key).toBe("k2");
  expect(settings({ ...READER, PARLEY_SECOND_READER_KEY: "k3" })?.secondReader?.key).toBe("k3");
});

describe("what is wrong is said, with what to do, and without the secret", () => {
  const secret = "hush-hush";
  test.each<[string, Record<string, string>, RegExp]>([
    ["no scheme", { PARLEY_TRANSLATE_URL: "t.example" }, /PARLEY_TRANSLATE_URL.*http/],
    ["another scheme", { PARLEY_TRANSLATE_URL: "ftp://t.example" }, /PARLEY_TRANSLATE_URL.*http/],
    ["a password", { PARLEY_TRANSLATE_URL: `https://me:${secret}@t.example` }, /PARLEY_TRANSLATE_KEY_FILE/],
    [
      "a key as query",
      { PARLEY_TRANSLATE_URL: `https://t.example?api_key=${secret}` },
      /PARLEY_TRANSLATE_KEY_FILE/,
    ],
    [
      "a key of two lines",
      { PARLEY_TRANSLATE_URL: "https://t.example", PARLEY_TRANSLATE_KEY: `${secret}\n${secret}` },
      /key for PARLEY_TRANSLATE_URL/,
    ],
    [
      "two keys",
      {
        PARLEY_TRANSLATE_URL: "https://t.example",
        PARLEY_TRANSLATE_KEY: secret,
        PARLEY_TRANSLATE_KEY_FILE: "f",
      },
      /not both/,
    ],
    [
      "a key file that is not there",
      { PARLEY_TRANSLATE_URL: "https://t.example", PARLEY_TRANSLATE_KEY_FILE: "absent" },
      /absent cannot be read/,
    ],
    ["no model", { PARLEY_SECOND_READER_URL: "https://r.example/v1" }, /--second-reader-model/],
    ["a model alone", { PARLEY_SECOND_READER_MODEL: "qwen" }, /--second-reader /],
    ["no time", { ...READER, PARLEY_SECOND_READER_TIMEOUT: "0" }, /seconds/],
    ["no number", { ...READER, PARLEY_SECOND_READER_TIMEOUT: "soon" }, /seconds/],
  ])("%s", (_, env, said) => {
    const attempt = () => settings(env);
    expect(attempt).toThrow(said);
    expect(attempt).toThrow(expect.objectContaining({ code: "settings" }));
    expect(attempt).not.toThrow(secret);
  });
});

test("the notice names what goes where, and by which way", () => {
  const both = settings({
    ...READER,
    PARLEY_TRANSLATE_URL: "http://t.example:5000",
    PARLEY_TRANSLATE_KEY: "hush",
  })!;
  expect(notice(both)).toBe(
    "SENDS TEXT ELSEWHERE: reports in other languages to t.example:5000 (without encryption), for translation; every report that is read to localhost:11434 (this machine), for a second reading by qwen.",
  );
  expect(notice({ ...both, secondReader: null })).not.toContain("second");
  expect(notice(settings({ PARLEY_TRANSLATE_URL: "https://t.example" })!)).toContain("to t.example, for");
});
