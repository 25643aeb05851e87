/** The one line an occurrence goes by, made of its kind, its type and its actors in their roles. Never of a guess. */
import type { OccurrenceSummary, Role } from "@parley/protocol";
import { capital, KIND_WORDS, typeWords } from "./words.ts";

export type Named = Pick<OccurrenceSummary, "kind" | "type" | "actors">;
export type NameOf = (actor: string) => string;

const listing = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });

const POSITION_VERBS: Record<string, string> = {
  "call-for": "calls on",
  support: "supports",
  condemn: "condemns",
  accuse: "accuses",
  reject: "rejects",
  offer: "offers",
  warn: "warns",
  threaten: "threatens",
  concern: "is concerned",
  ready: "is ready",
  deny: "denies",
  state: "states",
};
/** Verbs that take the addressee as a plain object; the others say "to". */
const TAKES_OBJECT = new Set(["call-for", "support", "condemn", "accuse", "warn", "threaten"]);

function positionLine(type: string, speakers: string, addressees: string): string {
  const verb = POSITION_VERBS[type] ?? "states";
  const head = speakers === "" ? capital(typeWords(type)) : `${speakers} ${verb}`;
  if (addressees === "") return type === "call-for" && speakers !== "" ? `${speakers} makes a call` : head;
  return TAKES_OBJECT.has(type) ? `${head} ${addressees}` : `${head}, to ${addressees}`;
}

/** A line without status or date: the screen prints those beside it. */
export function headline(occurrence: Named, nameOf: NameOf): string {
  const inRoles = (...roles: Role[]): string => {
    const ids = occurrence.actors.filter((actor) => roles.includes(actor.role)).map((actor) => actor.actor);
    return listing.format([...new Set(ids)].map(nameOf));
  };
  const type = occurrence.type ?? "other";
  const kind = KIND_WORDS[occurrence.kind].one;
  const label = type === "other" ? kind : capital(typeWords(type));
  const everyone = listing.format([...new Set(occurrence.actors.map((actor) => actor.actor))].map(nameOf));
  const withAll = (names: string) => (names === "" ? label : `${label}: ${names}`);
  switch (occurrence.kind) {
    case "position":
      return positionLine(
        type,
        inRoles("speaker", "accuser", "demander", "actor"),
        inRoles("addressee", "target"),
      );
    case "incident": {
      const actor = inRoles("actor");
      const target = inRoles("target");
      if (actor && target) return `${label}: ${actor} against ${target}`;
      if (target) return `${label} against ${target}`;
      return withAll(actor || everyone);
    }
    case "exchange": {
      const provider = inRoles("provider");
      const recipient = inRoles("recipient");
      const both = occurrence.actors.some(
        (one) =>
          one.role === "provider" &&
          occurrence.actors.some((other) => other.role === "recipient" && other.actor === one.actor),
      );
      if (provider && recipient && !both) return `${label}: ${provider} to ${recipient}`;
      return withAll(everyone);
    }
    case "agreement":
      return withAll(inRoles("signatory", "participant") || everyone);
    default:
      return withAll(inRoles("initiator", "participant", "host", "actor") || everyone);
  }
}
