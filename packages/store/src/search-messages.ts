/** Messages by their words, in their last version: what was edited away, withdrawn or erased is found no more. */
import type { SearchAnswer } from "@parley/protocol";
import type { message } from "@parley/record";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Session } from "./store.ts";

interface Asked {
  query: RawBuilder<unknown>;
  process: string | undefined;
  limit: number;
  /** How the words around a match are cut out. */
  options: string;
  original(headline: string, folded: string, text: string): string;
}

/** Best first. */
export async function searchMessages(
  session: Session,
  { query, process, limit, options, original }: Asked,
): Promise<SearchAnswer["messages"]> {
  const inside = process === undefined ? sql<SqlBool>`true` : sql<SqlBool>`c.process = ${process}`;
  const { rows } = await sql<{
    process: string;
    id: string;
    channel: string;
    delegation: string;
    at: Date;
    body: message.Content;
    folded: string;
    headline: string;
  }>`
    select process, id, channel, delegation, at, body, folded,
      ts_headline('english', folded, ${query}, ${options}) as headline
    from (select m.process, m.id, m.channel, m.delegation, m.at, m.ordered, c.body, c.folded,
        ts_rank(c.search, ${query}) as rank
      from contents c join messages m on m.process = c.process and m.id = c.message and m.content = c.hash
      where ${inside} and c.search @@ ${query} and not m.withdrawn
      order by rank desc, m.ordered desc limit ${limit}) as hit
    order by rank desc, ordered desc`.execute(session);
  return rows.map(({ id, at, body, folded, headline, ...row }) => ({
    ...row,
    message: id,
    at: at.toISOString(),
    excerpt: original(headline, folded, body.text),
  }));
}
