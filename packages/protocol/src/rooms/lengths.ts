/** Text that people type: trimmed, and never endless. */
import { z } from "zod";

/** Never empty. */
export const line = (longest: number) => z.string().trim().min(1).max(longest);
export const text = (longest: number) => z.string().trim().max(longest);
