/** Documents as lists and pages show them. */
import type { Claim, DocumentSummary } from "@parley/protocol";
import { type Selectable, type SqlBool, sql } from "kysely";
import { cursor, type Page, readCursor } from "./page.ts";
import type { Session } from "./store.ts";
import type { Tables } from "./tables.ts";

export const SUMMARY = [
  "documents.id",
  "documents.title",
  "documents.outlet",
  "documents.agencies",
  "documents.published",
  "documents.language",
  "documents.uri",
  "documents.reprint_of",
  "documents.claims",
  "documents.added_at",
  "documents.unread",
] as const;

type SummaryRow = Pick<
  Selectable<Tables["documents"]>,
  | "id"
  | "title"
  | "outlet"
  | "agencies"
  | "published"
  | "language"
  | "uri"
  | "reprint_of"
  | "claims"
  | "added_at"
  | "unread"
>;

export const toDocumentSummary = ({ reprint_of, added_at, ...row }: SummaryRow): DocumentSummary => ({
  id: row.id,
  title: row.title,
  outlet: row.outlet,
  agencies: row.agencies,
  published: row.published,
  language: row.language,
  uri: row.uri,
  reprintOf: reprint_of,
  claims: row.claims,
  addedAt: added_at.toISOString(),
  unread: row.unread,
});

/** Newest in the record first; of those that came together, the latest published first. */
export async function documentPage(session: Session, process: string, { after, limit }: Page) {
  const from = readCursor(after, 2);
  const rows = await session
    .selectFrom("documents")
    .select([...SUMMARY, "documents.published_ms"])
    .where("process", "=", process)
    .$if(from !== null, (query) => {
      const place = sql`(${new Date(from!.keys[0]!).toISOString()}::timestamptz, ${from!.keys[1]}::float8)`;
      return query.where(
        sql<SqlBool>`((added_at, published_ms) < ${place} or (added_at, published_ms) = ${place} and id > ${from!.id})`,
      );
    })
    .orderBy("added_at", "desc")
    .orderBy("published_ms", "desc")
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const { total } = await session
    .selectFrom("documents")
    .select((of) => of.cast<number>(of.fn.countAll(), "integer").as("total"))
    .where("process", "=", process)
    .executeTakeFirstOrThrow();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    documents: rows.slice(0, limit).map(toDocumentSummary),
    total,
    next: last ? cursor({ keys: [last.added_at.getTime(), last.published_ms], id: last.id }) : null,
  };
}

export async function documentsById(
  session: Session,
  process: string,
  ids: string[],
): Promise<DocumentSummary[]> {
  if (!ids.length) return [];
  const rows = await session
    .selectFrom("documents")
    .select(SUMMARY)
    .where("process", "=", process)
    .where("id", "in", ids)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(toDocumentSummary);
}

/** The document with its claims in text order and the documents that print the same text; null where there is none. */
export async function findDocument(session: Session, process: string, id: string) {
  const row = await session
    .selectFrom("documents")
    .select(["body", "added_at", "unread", "reprint_of"])
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const reprints = await session
    .selectFrom("documents")
    .select(SUMMARY)
    .where("process", "=", process)
    .where((or) =>
      or.or([
        or("reprint_of", "=", row.reprint_of ?? id),
        ...(row.reprint_of ? [or("id", "=", row.reprint_of)] : []),
      ]),
    )
    .where("id", "!=", id)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return {
    document: { ...row.body, reprintOf: row.reprint_of },
    addedAt: row.added_at.toISOString(),
    unread: row.unread,
    claims: await claimsWhere(session, process, { document: id }),
    reprints: reprints.map(toDocumentSummary),
  };
}

/** Claims of a document or an occurrence, by document and then in text order. */
export async function claimsWhere(
  session: Session,
  process: string,
  of: { document: string } | { occurrence: string },
): Promise<Claim[]> {
  const query = session.selectFrom("claims").select("body").where("process", "=", process);
  const rows = await ("document" in of
    ? query.where("document", "=", of.document)
    : query.where("occurrence", "=", of.occurrence)
  )
    .orderBy("document")
    .orderBy("start")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.body);
}
