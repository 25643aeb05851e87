/**
 * A reader with its adapters: what is not in English is translated and read, and what is read is read a second time.
 * A failure stays with its document, as a diagnostic with a code, and stops no other.
 */
import type { Diagnostic, Document } from "@parley/protocol";
import type { Aids, Reader, Reading, Source } from "@parley/reading";
import { AdapterError } from "./error.ts";
import type { Network } from "./network.ts";
import { openSecondReader, type SecondReader } from "./second-reader.ts";
import type { AdapterSettings } from "./settings.ts";
import { openTranslator, type Translator } from "./translator.ts";

export interface AidedReader {
  /** Several may be under way at once. */
  read(source: Source): Promise<Reading>;
  /** So far. */
  tally: Readonly<Tally>;
}

/** Documents whose text was sent, by what came of it. */
export interface Tally {
  translated: number;
  notTranslated: number;
  readTwice: number;
  notReadTwice: number;
}

interface Contribution {
  aids: Aids;
  noticed: Diagnostic[];
}
const NOTHING: Contribution = { aids: {}, noticed: [] };

export function openAidedReader(reader: Reader, settings: AdapterSettings, network: Network): AidedReader {
  const translator = settings.translator && openTranslator(settings.translator, network);
  const secondReader = settings.secondReader && openSecondReader(settings.secondReader, network);
  const tally: Tally = { translated: 0, notTranslated: 0, readTwice: 0, notReadTwice: 0 };

  async function translate(by: Translator, document: Document): Promise<Contribution | AdapterError> {
    try {
      const { translation, leftOutFrom } = await by.translate(document);
      tally.translated++;
      return { aids: { translation }, noticed: leftOut("translation", leftOutFrom, document.text.length) };
    } catch (error) {
      tally.notTranslated++;
      return expected(error);
    }
  }

  async function propose(by: SecondReader, document: Document): Promise<Contribution> {
    try {
      const { proposals, leftOutFrom } = await by.propose(document);
      tally.readTwice++;
      return { aids: { proposals }, noticed: leftOut("second-reader", leftOutFrom, null) };
    } catch (error) {
      tally.notReadTwice++;
      const { code, message } = expected(error);
      return { aids: {}, noticed: [whole(`second-reader.${code}`, `Not read a second time. ${message}`)] };
    }
  }

  return {
    tally,
    async read(source) {
      const alone = reader.read(source);
      const { document } = alone;
      const foreign = document.diagnostics.some(({ rule }) => rule === "unread-language");
      if (!document.text.trim() || (foreign && !translator)) return alone;
      const english = foreign && translator ? await translate(translator, document) : NOTHING;
      if (english instanceof AdapterError) return untranslated(alone, english);
      const second = secondReader ? await propose(secondReader, { ...document, ...english.aids }) : NOTHING;
      const aids = { ...english.aids, ...second.aids };
      const reading = Object.keys(aids).length ? reader.read(source, aids) : alone;
      return noting(reading, [...english.noticed, ...second.noticed]);
    },
  };
}

/** Anything else is a fault of ours. */
function expected(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  throw error;
}

const whole = (rule: string, message: string): Diagnostic => ({ rule, message, start: null, end: null });

/** `end` is null where the offset is into the translation, which is not the document's text. */
function leftOut(
  adapter: "translation" | "second-reader",
  from: number | null,
  end: number | null,
): Diagnostic[] {
  if (from === null) return [];
  const message = `Only the first ${from} characters were sent; give the rest as a document of its own.`;
  return [{ rule: `${adapter}.in-part`, message, start: end === null ? null : from, end }];
}

const noting = (reading: Reading, noticed: Diagnostic[]): Reading => ({
  ...reading,
  document: { ...reading.document, diagnostics: [...reading.document.diagnostics, ...noticed] },
});

/** Kept unread; the reason that people are shown first says why nothing could be done about its language. */
function untranslated(reading: Reading, { code, message }: AdapterError): Reading {
  const diagnostics = reading.document.diagnostics.map((diagnostic) =>
    diagnostic.rule === "unread-language"
      ? { ...diagnostic, message: `${diagnostic.message}, and it could not be translated. ${message}` }
      : diagnostic,
  );
  const failed = whole(`translation.${code}`, message);
  return { ...reading, document: { ...reading.document, diagnostics: [...diagnostics, failed] } };
}
