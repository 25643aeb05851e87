/** The reader as the programs use it, loaded once a test file. */
import { createReader, type Knowledge } from "@parley/reading";
import { findRoot, loadKnowledge } from "../src/root.ts";

export const ROOT = findRoot(import.meta.dirname);

let knowledge: Knowledge | undefined;
export const sharedKnowledge = (): Knowledge => {
  knowledge ??= loadKnowledge(ROOT);
  return knowledge;
};
export const openReader = () => createReader(sharedKnowledge());
