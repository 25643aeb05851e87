/** A room of the conference service that the installation runs (Jitsi, Element Call): its name is its only key. */
import { randomBytes } from "node:crypto";
import type { Context } from "../../context.ts";
import { ApiProblem } from "../../problem.ts";

/** The link given, or one to a new room of 160 random bits. Throws ApiProblem where no service is configured. */
export function makeJoin(
  { joinTemplate }: Pick<Context, "joinTemplate">,
  asked: string | null,
): string | null {
  if (asked !== "make") return asked;
  if (joinTemplate === null)
    throw new ApiProblem(
      "join-unconfigured",
      "No conference service is configured here. Give a link of your own.",
    );
  return joinTemplate.replace("{room}", randomBytes(20).toString("hex"));
}
