/** Who is asking, as the desk shows it. */
import { z } from "zod";
import { CAPACITIES } from "./delegations.ts";

export const SeatView = z.object({
  process: z.string(),
  delegation: z.string(),
  capacity: z.enum(CAPACITIES),
  lead: z.boolean(),
});
export type SeatView = z.infer<typeof SeatView>;

export const Me = z.object({
  /** `single`: one person at a laptop, who writes down what every side does. `shared`: everybody signs in. */
  mode: z.enum(["single", "shared"]),
  /** Null where nobody is signed in. */
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      administrator: z.boolean(),
      seats: z.array(SeatView),
    })
    .nullable(),
});
export type Me = z.infer<typeof Me>;
