/**
 * Other people's libraries, installed by `npm run bench` into this folder alone. They are loaded by name, because the
 * product is checked and built where none of them is there; `T` is the part of their interface that is used.
 */

/** The module, or the reason why there is none. */
export async function loadPeer<T>(name: string): Promise<T | string> {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    return `${name}: not installed here, or it does not load (${why}); npm run bench installs it where the registry has it`;
  }
}

/** Loads each; what does not load is left out and told in `skipped`. */
export async function loadTools<Tool>(
  makers: Record<string, () => Promise<Tool | string>>,
): Promise<{ tools: Record<string, Tool>; skipped: string[] }> {
  const tools: Record<string, Tool> = {};
  const skipped: string[] = [];
  for (const [name, make] of Object.entries(makers)) {
    const tool = await make();
    if (typeof tool === "string") skipped.push(tool);
    else tools[name] = tool;
  }
  return { tools, skipped };
}
