/** Schemas that many routes share. */
import { Problem } from "@parley/protocol";
import { z } from "zod";

/** Ids come from addresses: no NUL, which no database text holds, and no endless ones. */
const id = z
  .string()
  .min(1)
  .max(500)
  .refine((value) => !value.includes("\0"), { message: "no id holds NUL" });

export const inProcess = z.object({ process: id });
export const inProcessWithId = z.object({ process: id, id });
export const withId = z.object({ id });

/** The answer, and the one form of every refusal. */
export const answers = <T extends z.ZodType>(schema: T) => ({ 200: schema, default: Problem });
