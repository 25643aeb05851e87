/**
 * A LibreTranslate server for tests: its addresses, checks and refusals, word for word as libretranslate/app.py has them,
 * over a dictionary in the place of its models.
 */
import {
  type Answer,
  json,
  type Received,
  type RecordingServer,
  startRecording,
} from "./recording-server.ts";

export interface LibreTranslateOptions {
  /** English by original; what is not in it comes back as it is, as untranslatable words do. */
  dictionary?: Record<string, string>;
  /** Languages with a way into English. */
  languages?: string[];
  /** Listed, with no way into English. */
  withoutEnglish?: string[];
  keys?: string[];
  /** Most characters of one request. */
  charLimit?: number;
  /** Most texts of one request. */
  batchLimit?: number;
}

interface Asked {
  q?: string | string[];
  source?: string;
  target?: string;
  format?: string;
  api_key?: string;
}

export function startLibreTranslate({
  dictionary = {},
  languages = ["ar", "az", "de", "es", "fa", "fr", "he", "ru", "tr", "uk", "zh-Hans"],
  withoutEnglish = [],
  keys = [],
  charLimit = -1,
  batchLimit = -1,
}: LibreTranslateOptions = {}): Promise<RecordingServer> {
  const english = (text: string) => dictionary[text] ?? text;
  const refused = (status: number, error: string): Answer => json(status, { error });
  const listed = [
    { code: "en", name: "English", targets: [...languages, "en"] },
    ...languages.map((code) => ({ code, name: code.toUpperCase(), targets: ["en", code] })),
    ...withoutEnglish.map((code) => ({ code, name: code.toUpperCase(), targets: [code] })),
  ];

  function translate({ q, source, target, format = "text" }: Asked): Answer {
    for (const [name, value] of Object.entries({ q, source, target }))
      if (!value?.length) return refused(400, `Invalid request: missing ${name} parameter`);
    const texts = typeof q === "string" ? [q] : (q ?? []);
    const size = texts.reduce((sum, { length }) => sum + length, 0);
    const tooMuch = (count: number, limit: number) => limit !== -1 && limit < count;
    if (typeof q !== "string" && tooMuch(texts.length, batchLimit))
      return refused(400, `Invalid request: request (${texts.length}) exceeds text limit (${batchLimit})`);
    if (tooMuch(size, charLimit))
      return refused(400, `Invalid request: request (${size}) exceeds text limit (${charLimit})`);
    for (const code of [source, target])
      if (!listed.some((one) => one.code === code)) return refused(400, `${code} is not supported`);
    if (format !== "text" && format !== "html") return refused(400, `${format} format is not supported`);
    if (withoutEnglish.includes(source ?? ""))
      return refused(
        500,
        `Cannot translate text: 400 Bad Request: English (en) is not available as a target language from ${source} (${source})`,
      );
    return json(200, { translatedText: typeof q === "string" ? english(q) : texts.map(english) });
  }

  return startRecording(({ method, path, body }: Received): Answer => {
    if (method === "GET" && path === "/languages") return json(200, listed);
    if (method !== "POST" || (path !== "/translate" && path !== "/detect"))
      return {
        status: 404,
        body: "<!doctype html>\n<title>404 Not Found</title>",
        headers: { "content-type": "text/html" },
      };
    const asked = (body ?? {}) as Asked;
    if (keys.length && asked.api_key === undefined)
      return refused(400, "Visit https://portal.example to get an API key");
    if (keys.length && !keys.includes(asked.api_key ?? "")) return refused(403, "Invalid API key");
    if (path === "/translate") return translate(asked);
    return asked.q
      ? json(200, [{ confidence: 90, language: languages[0] }])
      : refused(400, "Invalid request: missing q parameter");
  });
}

/** As the server's rate limiter refuses. */
export const slowDown = (headers: Record<string, string> = {}): Answer =>
  json(429, { error: "Slowdown: 80 per 1 minute" }, headers);
