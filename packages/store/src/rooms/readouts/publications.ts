/** What went out of readouts, as rows for their readers; and the readings by which accounts are compared. */
import type { DocumentSummary, Publication } from "@parley/protocol";
import { publication, tokensOf } from "@parley/record";
import { SUMMARY, toDocumentSummary } from "../../documents.ts";
import type { ReadingToKeep } from "../../queue.ts";
import { asMachineWithin, type Session } from "../../store.ts";
import { writeRow } from "./write-row.ts";

/** As the machine. */
export async function projectPublication(
  session: Session,
  state: publication.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, ...body } = state;
  await writeRow(session, "publications", {
    key: { process: body.process, id: body.id },
    rest: {
      ...{ contact: body.contact, delegation: body.delegation, published_at: body.published },
      ...{ body, revision, audience: tokensOf(publication.audienceOf(state)) },
    },
  });
}

/** Latest first. To whom else they went is not said; the contact is, to those who see it. */
export async function listPublications(
  session: Session,
  process: string,
  { contact }: { contact?: string | undefined },
): Promise<Publication[]> {
  const rows = await session
    .selectFrom("publications")
    .leftJoin("contacts", (join) =>
      join
        .onRef("contacts.process", "=", "publications.process")
        .onRef("contacts.id", "=", "publications.contact"),
    )
    .select(["publications.body", "contacts.id as seen"])
    .where("publications.process", "=", process)
    .$if(contact !== undefined, (query) => query.where("contacts.id", "=", contact!))
    .orderBy("publications.published_at", "desc")
    .orderBy("publications.id")
    .limit(1000)
    .execute();
  return rows.map(({ body: { delegations: _, ...body }, seen }) => ({ ...body, contact: seen }));
}

/**
 * Readings of those of these documents that the viewer sees, by document. A reading says no more than its document and
 * has its audience; only the machine holds the table.
 */
export async function readingsOf(
  session: Session,
  process: string,
  documents: string[],
): Promise<Map<string, { reading: ReadingToKeep; unread: string | null; reprintOf: string | null }>> {
  if (!documents.length) return new Map();
  const seen = await session
    .selectFrom("documents")
    .select(["id", "unread", "reprint_of"])
    .where("process", "=", process)
    .where("id", "in", documents)
    .execute();
  if (!seen.length) return new Map();
  const rows = await asMachineWithin(session, () =>
    session
      .selectFrom("readings")
      .select(["document", "reading"])
      .where("process", "=", process)
      .where(
        "document",
        "in",
        seen.map(({ id }) => id),
      )
      .execute(),
  );
  const readings = new Map(rows.map((row) => [row.document, row.reading as unknown as ReadingToKeep]));
  return new Map(
    seen.flatMap(({ id, unread, reprint_of }) => {
      const reading = readings.get(id);
      return reading ? [[id, { reading, unread, reprintOf: reprint_of }]] : [];
    }),
  );
}

/** Documents that tell of one of these occurrences, those published first before the others. */
export async function documentsOfOccurrences(
  session: Session,
  process: string,
  occurrences: string[],
): Promise<DocumentSummary[]> {
  if (!occurrences.length) return [];
  const rows = await session
    .selectFrom("documents")
    .select(SUMMARY)
    .where("process", "=", process)
    .where("id", "in", (query) =>
      query
        .selectFrom("claims")
        .select("claims.document")
        .where("claims.process", "=", process)
        .where("claims.occurrence", "in", occurrences),
    )
    .orderBy("published_ms")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(toDocumentSummary);
}
