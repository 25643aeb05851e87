/** What parties and places are called, a row a wording. */
import type { Wording } from "@parley/protocol";
import { naming, tokensOf } from "@parley/record";
import type { Session } from "../store.ts";

/** As the machine. */
export async function projectNaming(session: Session, state: naming.State): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { process } = state;
  const scope = state.scope ?? "";
  const audience = tokensOf(naming.audienceOf(state));
  await session.deleteFrom("namings").where("process", "=", process).where("scope", "=", scope).execute();
  const rows = state.wordings.map(({ of, language, name }) => ({
    process,
    scope,
    of,
    language,
    name,
    audience,
  }));
  if (rows.length) await session.insertInto("namings").values(rows).execute();
}

/** By what is named, the wording of the process before those of delegations. */
export async function listWordings(session: Session, process: string): Promise<Wording[]> {
  const rows = await session
    .selectFrom("namings")
    .select(["of", "language", "name", "scope"])
    .where("process", "=", process)
    .orderBy("of")
    .orderBy("scope")
    .orderBy("language")
    .execute();
  return rows.map((row) => ({ ...row, scope: row.scope || null }));
}
