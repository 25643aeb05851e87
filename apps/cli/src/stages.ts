/** The commands that expose one stage each: one JSON object per line in, one per line out (RECORD.md §5). */
import type { Readable, Writable } from "node:stream";
import {
  createActorFinder,
  createAnalyser,
  createAttributor,
  createCoder,
  createPlaceFinder,
  extract,
  findTimes,
  type Knowledge,
} from "@parley/reading";
import { z } from "zod";
import { answerLines } from "./lines.ts";

export interface Stage {
  summary: string;
  run: (streams: { input: Readable; output: Writable }, knowledge: () => Knowledge) => Promise<void>;
}

interface Definition<Line extends { id: string }> {
  summary: string;
  form: z.ZodType<Line>;
  /** Built once, then asked line by line. */
  open: (knowledge: () => Knowledge) => (line: Line) => object;
}

const stage = <Line extends { id: string }>({ summary, form, open }: Definition<Line>): Stage => ({
  summary,
  run: (streams, knowledge) => answerLines(streams, form, open(knowledge)),
});

const TextLine = z.object({ id: z.string(), text: z.string(), published: z.string().nullish() });
const Span = z.object({ start: z.number().int().nullable(), end: z.number().int().nullable() });

/** Nulls stand for somebody whom the sentence does not name. */
const spanOrNobody = ({ start, end }: z.infer<typeof Span>) =>
  start === null || end === null ? null : { start, end };

function openAnalyser(knowledge: Knowledge) {
  const weights = knowledge.weights.analyser;
  if (!weights)
    throw new Error(
      "models/analyser.bin is missing: run `npm run train analyser`, or take it from the repository",
    );
  return createAnalyser(weights);
}

export const STAGES: Record<string, Stage> = {
  extract: stage({
    summary: "page (html) → title, outlet, authors, date, language and the article's text",
    form: z.object({ id: z.string(), html: z.string(), url: z.string().nullish() }),
    open: () => (line) => {
      const got = extract({ html: line.html, ...(line.url ? { url: line.url } : {}) });
      const { title, outlet, authors, language, text } = got;
      return { title, outlet, authors, published: got.published?.iso ?? null, language, text };
    },
  }),
  dates: stage({
    summary: "text → time expressions with TIMEX3 type and value",
    form: TextLine,
    open: () => (line) => ({
      timexes: findTimes({ text: line.text, published: line.published ?? null }).map(
        ({ start, end, type, value }) => ({
          start,
          end,
          type,
          value,
        }),
      ),
    }),
  }),
  places: stage({
    summary: "text → place names with coordinates",
    form: TextLine,
    open: (knowledge) => {
      const finder = createPlaceFinder(knowledge());
      return (line) => ({
        places: finder.find({ text: line.text }).map(({ start, end, name, lat, lon, country, geonames }) => ({
          start,
          end,
          name,
          lat,
          lon,
          country,
          geonames,
        })),
      });
    },
  }),
  actors: stage({
    summary: "text → persons, states and bodies, resolved as far as the words and the date allow",
    form: TextLine,
    open: (knowledge) => {
      const known = knowledge();
      const analyser = openAnalyser(known);
      const finder = createActorFinder(known);
      return (line) => {
        const sentences = analyser.segment(line.text);
        const published = line.published ?? null;
        const found = finder.find({
          text: line.text,
          sentences,
          analyser,
          published,
          title: null,
          dateline: null,
        });
        const byId = new Map(found.actors.map((a) => [a.id, a]));
        return {
          mentions: found.mentions.flatMap(({ start, end, actors, kind, country, confidence }) =>
            (actors.length ? actors : [null]).map((actor) => ({
              start,
              end,
              actor,
              name: actor ? (byId.get(actor)?.name ?? null) : null,
              kind,
              country,
              confidence,
            })),
          ),
        };
      };
    },
  }),
  attribute: stage({
    summary: "text → who says what: source, cue and content spans",
    form: TextLine,
    open: (knowledge) => {
      const known = knowledge();
      const analyser = openAnalyser(known);
      const attributor = createAttributor(known);
      return (line) => ({
        attributions: attributor
          .find({ text: line.text, sentences: analyser.segment(line.text), analyser })
          .map(({ source, cue, content }) => ({ source, cue, content })),
      });
    },
  }),
  code: stage({
    summary: "sentence with a marked source and target → PLOVER root and quad class",
    form: z.object({ id: z.string(), text: z.string(), source: Span, target: Span }),
    open: (knowledge) => {
      const coder = createCoder(knowledge());
      return ({ text, source, target }) =>
        coder.code({ text, source: spanOrNobody(source), target: spanOrNobody(target) });
    },
  }),
};
