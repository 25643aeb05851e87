export { type AttributionSpan, type Attributor, createAttributor } from "./attributor.ts";
export type { AttributionKind } from "./kind.ts";
