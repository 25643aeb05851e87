/** How V8 is to behave in a run over many documents. */
import { setFlagsFromString } from "node:v8";

/**
 * Such a run lasts seconds, in which V8 left alone spends a third of the processor's time compiling, much of it on
 * functions that soon change their shape: asked ten times as late, it compiles a third as much and the same in the long
 * run. Patterns it compiles twice, first to be small and then to be fast; fast at once is less. And it lets garbage grow to
 * several times what is in use; at half as much again, two threads stay under 600 MB.
 * To be called before the work begins. Node 22 and later compile in steps, and know the first flag no more.
 */
export function prepareLongRun(cores: number): void {
  if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString("--interrupt-budget=600000");
  setFlagsFromString("--no-regexp-tier-up");
  if (cores > 1) setFlagsFromString("--heap-growing-percent=50");
}
