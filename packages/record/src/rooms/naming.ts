/** What parties and places are called: one stream for the process, one for each delegation's own words. */
import type { Wording } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export interface Named {
  process: string;
  /** The delegation whose wording it is; null for that of the process. */
  scope: string | null;
  of: string;
  language: string;
  /** Null takes the wording back. */
  name: string | null;
}
export type Command = { type: "name" } & Named;
export interface NamingFact {
  type: "named";
  payload: Named;
}
export type State =
  | { status: "absent" }
  | { status: "standing"; process: string; scope: string | null; wordings: Wording[] };

export const initialState: State = { status: "absent" };
export const streamOf = (scope: string | null) => `naming/${scope ?? ""}`;

/** All who take part, or the delegation whose words they are, and nobody else. */
export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent naming has no audience");
  return state.scope === null ? { kind: "process", process: state.process } : delegationsOnly([state.scope]);
}

export function decide(command: Command, state: State): Decision<NamingFact> {
  const { type: _, ...named } = command;
  const before = state.status === "absent" ? null : (find(state.wordings, named)?.name ?? null);
  if (before === named.name) return rejected("nothing-changed", "It is called so already.");
  return accepted({ type: "named", payload: named });
}

export function evolve(state: State, { payload }: NamingFact): State {
  const { process, scope, of, language, name } = payload;
  const others = state.status === "absent" ? [] : state.wordings.filter((one) => !isSame(one, payload));
  return {
    ...{ status: "standing", process, scope },
    wordings: name === null ? others : [...others, { of, language, name, scope }],
  };
}

type Key = Pick<Wording, "of" | "language">;
const isSame = (one: Key, other: Key) => one.of === other.of && one.language === other.language;
const find = (wordings: Wording[], key: Key) => wordings.find((one) => isSame(one, key));

/**
 * What each thing is called in a language: by the first of `scopes` that has a word for it, null being the process.
 * Within a scope the same language wins over a near one ("sr-Latn" over "sr" for "sr-Latn"). In the order of ids.
 */
export function namesFor(
  wordings: Wording[],
  { language, scopes }: { language: string; scopes: (string | null)[] },
): { id: string; name: string }[] {
  const near = (one: Wording) =>
    one.language === language ? 0 : primary(one.language) === primary(language) ? 1 : null;
  const rank = (one: Wording) => scopes.indexOf(one.scope) * 2 + (near(one) ?? 0);
  const fitting = wordings
    .filter((one) => scopes.includes(one.scope) && near(one) !== null)
    .sort((one, other) => rank(one) - rank(other));
  const names = new Map<string, string>();
  for (const { of, name } of fitting) if (!names.has(of)) names.set(of, name);
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => (one.id < other.id ? -1 : 1));
}

const primary = (language: string) => language.split("-")[0];
