/** Postgres full text over documents, quotes and actors: English stems and plain words, without case and accents. */
import type { ActorName, Claim, DocumentSummary, Place, SearchAnswer } from "@parley/protocol";
import { type SqlBool, sql } from "kysely";
import { documentsById, SUMMARY, toDocumentSummary } from "./documents.ts";
import { fold } from "./fold.ts";
import { searchMessages } from "./search-messages.ts";
import { wordsOfDocument, wordsOfQuote } from "./searchable.ts";
import type { Session } from "./store.ts";

const LIMIT = 25;
const FROM = "\u0001";
const TO = "\u0002";
const OPTIONS = `StartSel="${FROM}", StopSel="${TO}", MaxWords=30, MinWords=12, MaxFragments=1`;

export interface Found {
  documents: { document: DocumentSummary; process: string; excerpt: string }[];
  quotes: { claim: Claim; document: DocumentSummary; process: string; excerpt: string }[];
  actors: (ActorName & { process: string })[];
  places: Pick<Place, "id" | "name">[];
  messages: SearchAnswer["messages"];
}

/** Best first. Excerpts hold the original words, matches between \u0001 and \u0002. Without `process`, in all processes. */
export async function search(
  session: Session,
  { q, process }: { q: string; process?: string | undefined },
): Promise<Found> {
  const words = fold(q.replaceAll("\0", " "));
  const query = sql`(websearch_to_tsquery('english', ${words}) || websearch_to_tsquery('simple', ${words}))`;
  const inside = process === undefined ? sql<SqlBool>`true` : sql<SqlBool>`process = ${process}`;
  const documents = await session
    .selectFrom(
      sql<{ process: string; id: string; rank: number; folded: string }>`(
        select process, id, folded, ts_rank(search, ${query}) as rank from documents
        where ${inside} and search @@ ${query} order by rank desc, id limit ${LIMIT})`.as("hit"),
    )
    .innerJoin("documents", (join) =>
      join.onRef("documents.process", "=", "hit.process").onRef("documents.id", "=", "hit.id"),
    )
    .select([
      ...SUMMARY,
      "documents.process",
      "documents.body",
      "documents.folded",
      sql<string>`ts_headline('english', left(hit.folded, 200000), ${query}, ${OPTIONS})`.as("headline"),
    ])
    .orderBy("hit.rank", "desc")
    .orderBy("documents.id")
    .execute();
  const { rows: quotes } = await sql<{ process: string; body: Claim; folded: string; headline: string }>`
    select process, body, folded, ts_headline('english', folded, ${query}, ${`${OPTIONS}, HighlightAll=true`}) as headline
    from (select process, id, body, folded, ts_rank(search, ${query}) as rank from claims
      where ${inside} and search @@ ${query} order by rank desc, id limit ${LIMIT}) as hit
    order by rank desc, id`.execute(session);
  const { rows: actors } = await sql<ActorName & { process: string }>`
    select distinct on (occurrences, id, process) id, name, kind, country, process from actors
    where ${inside} and search @@ to_tsquery('simple', ${prefixes(words)})
    order by occurrences desc, id, process limit ${LIMIT}`.execute(session);
  const { rows: places } = await sql<Pick<Place, "id" | "name">>`
    select distinct on (id) id, name from places where ${inside} and lower(name) like ${`${likePrefix(q)}%`}
    order by id limit ${LIMIT}`.execute(session);
  const told = await documentsOf(session, quotes);
  return {
    documents: documents.map(({ process: of, body, folded, headline, ...row }) => ({
      process: of,
      document: toDocumentSummary(row),
      excerpt: original(headline, folded, wordsOfDocument(body)),
    })),
    quotes: quotes.flatMap(({ process: of, body, folded, headline }) => {
      const document = told.get(`${of}\n${body.document}`);
      return document
        ? [{ process: of, claim: body, document, excerpt: original(headline, folded, wordsOfQuote(body)) }]
        : [];
    }),
    actors,
    places,
    messages: await searchMessages(session, { query, process, limit: LIMIT, options: OPTIONS, original }),
  };
}

async function documentsOf(session: Session, quotes: { process: string; body: Claim }[]) {
  const found = new Map<string, DocumentSummary>();
  for (const process of new Set(quotes.map((quote) => quote.process))) {
    const ids = quotes.filter((quote) => quote.process === process).map((quote) => quote.body.document);
    for (const document of await documentsById(session, process, [...new Set(ids)]))
      found.set(`${process}\n${document.id}`, document);
  }
  return found;
}

/** Every word as a beginning: "mnats" finds Mnatsakanyan. Empty where there is no word. */
function prefixes(words: string): string {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(" & ");
}

const likePrefix = (q: string) =>
  q
    .trim()
    .toLowerCase()
    .replaceAll("\0", "")
    .replace(/[\\%_]/g, "\\$&");

/** The headline's stretch in the original letters: folding keeps every offset. */
function original(headline: string, folded: string, text: string): string {
  let at = folded.indexOf(headline.replaceAll(FROM, "").replaceAll(TO, ""));
  if (at < 0) return headline;
  let excerpt = "";
  for (const unit of headline.split("")) excerpt += unit === FROM || unit === TO ? unit : text[at++];
  return excerpt;
}
