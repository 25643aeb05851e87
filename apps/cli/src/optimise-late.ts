/** How eagerly V8 compiles what runs often. */
import { setFlagsFromString } from "node:v8";

/**
 * A run over many documents lasts seconds, in which V8 left alone spends a third of the processor's time compiling, much of
 * it on functions that soon change their shape. Asked ten times as late, it compiles a third as much and the same in the
 * long run. To be called before the work begins; a V8 that does not know the flag ignores it.
 */
export function optimiseLate(): void {
  setFlagsFromString("--interrupt-budget=600000");
}
