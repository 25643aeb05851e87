/**
 * A client of the LibreTranslate API: GET /languages once, then POST /translate with `q` as a list of paragraphs
 * (source: the server's own code, github.com/LibreTranslate/LibreTranslate, libretranslate/app.py). The language is the
 * one that our reader found; /detect and "auto" are not asked, because they know installed languages only and would take
 * a text in another one for its neighbour.
 */
import type { Document, Translation } from "@parley/protocol";
import { passagesOf } from "@parley/reading";
import { z } from "zod";
import { type AdapterCode, AdapterError } from "./error.ts";
import { ask, type Exchange } from "./exchange.ts";
import type { Network } from "./network.ts";
import { halves, requestsOf } from "./pieces.ts";
import type { Endpoint } from "./settings.ts";

interface Translated {
  translation: Translation;
  /** Where in the text what was left out begins; null where all was translated. */
  leftOutFrom: number | null;
}

export interface Translator {
  /** Throws AdapterError. */
  translate(document: Document): Promise<Translated>;
}

/** Of one document, UTF-16 units, some 15,000 words. What follows is kept and not translated. */
const MOST = 100_000;
/** Milliseconds for one document, all its requests together. */
const PATIENCE = 180_000;

const Languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
const Answer = z.object({ translatedText: z.array(z.string()) });

/** Names under which servers list a language beside its ISO 639-1 code. */
const ALSO: Record<string, string[]> = {
  zh: ["zh-Hans", "zh-Hant", "zt"],
  no: ["nb"],
  pt: ["pb"],
  he: ["iw"],
};

export function openTranslator(endpoint: Endpoint, network: Network): Translator {
  const by = `LibreTranslate at ${endpoint.host}`;
  let languages: Promise<z.infer<typeof Languages>> | null = null;

  /** Asked once; where that failed, again for the next document. */
  function listLanguages(exchange: Exchange) {
    languages ??= ask({ method: "GET", path: "/languages" }, exchange)
      .then((answer) => checked(Languages, answer, endpoint))
      .catch((error) => {
        languages = null;
        throw error;
      });
    return languages;
  }

  async function codeOf(language: string, exchange: Exchange): Promise<string> {
    const listed = await listLanguages(exchange);
    const names = [language, ...(ALSO[language] ?? [])];
    const found = names
      .map((name) => listed.find(({ code }) => code === name))
      .find((one) => one !== undefined);
    if (found && (found.targets?.includes("en") ?? true)) return found.code;
    const known = listed.map(({ code }) => code).filter((code) => code !== "en");
    throw new AdapterError(
      "language",
      `${endpoint.host} does not translate "${language}" into English; it knows ${known.join(", ") || "no other language"}.`,
    );
  }

  async function translateAll(paragraphs: string[], source: string, exchange: Exchange): Promise<string[]> {
    const body = {
      ...{ q: paragraphs, source, target: "en", format: "text" },
      ...(endpoint.key ? { api_key: endpoint.key } : {}),
    };
    try {
      const { translatedText } = checked(
        Answer,
        await ask({ method: "POST", path: "/translate", body }, exchange),
        endpoint,
      );
      if (translatedText.length === paragraphs.length) return translatedText;
      throw unreadable(endpoint, `${translatedText.length} paragraphs for ${paragraphs.length}`);
    } catch (error) {
      if (!(error instanceof AdapterError && error.code === "too-long")) throw error;
      const half = (list: string[]) => translateAll(list, source, exchange);
      const middle = Math.ceil(paragraphs.length / 2);
      if (paragraphs.length > 1)
        return [...(await half(paragraphs.slice(0, middle))), ...(await half(paragraphs.slice(middle)))];
      const sentences = halves(paragraphs[0]!);
      if (!sentences) throw error;
      return [[...(await half([sentences[0]])), ...(await half([sentences[1]]))].join(" ")];
    }
  }

  return {
    async translate({ text, title, language }) {
      if (language === null) throw new AdapterError("language", "The language of the text is not known.");
      const exchange = { endpoint, network, deadline: network.now() + PATIENCE, explain };
      const source = await codeOf(language, exchange);
      const all = passagesOf(text);
      const passages = all.filter(({ end }) => end <= MOST);
      const words = passages.map(({ start, end }) => text.slice(start, end));
      // A title that is a paragraph of the text is translated with it.
      const titled = title === null ? -1 : words.indexOf(title);
      const paragraphs = title === null || titled >= 0 ? words : [...words, title];
      const english: string[] = [];
      for (const request of requestsOf(paragraphs))
        english.push(...(await translateAll(request, source, exchange)));
      if (english.every((paragraph) => !paragraph.trim())) throw unreadable(endpoint, "empty paragraphs");
      const translation: Translation = {
        ...{ from: language, by },
        title: title === null ? null : english[titled >= 0 ? titled : passages.length]!,
        passages: passages.map(({ start, end }, i) => ({ start, end, text: english[i]! })),
      };
      return { translation, leftOutFrom: all[passages.length]?.start ?? null };
    },
  };
}

const unreadable = ({ host }: Endpoint, what: string): AdapterError =>
  new AdapterError("unreadable", `${host} answered with ${what}; it does not seem to be LibreTranslate.`);

function checked<T>(form: z.ZodType<T>, answer: unknown, endpoint: Endpoint): T {
  const parsed = form.safeParse(answer);
  if (!parsed.success) throw unreadable(endpoint, "JSON of another form");
  return parsed.data;
}

/** The server's refusals by their words: the wrong key may be a 400 or 403, a missing pair of languages a 400 or 500. */
function explain(status: number, message: string): AdapterCode | null {
  if (/api key/i.test(message)) return "key";
  if (/exceeds text limit/i.test(message)) return "too-long";
  if (/is not supported|not available as a target language/i.test(message)) return "language";
  // 403 without a word of keys: banned for a while after too many requests.
  return status === 403 ? "rejected" : null;
}
