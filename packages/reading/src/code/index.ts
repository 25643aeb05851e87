export { ABSTAIN_BELOW, type Coded, type Coder, createCoder, QUAD_OF, type Quad } from "./coder.ts";
export { ROOTS, type Root } from "./concepts.ts";
export type { Marked } from "./frame.ts";
