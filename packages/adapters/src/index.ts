export { type AidedReader, openAidedReader, type Tally } from "./aided-reader.ts";
export { type Network, network } from "./network.ts";
export type { AdapterSettings } from "./settings.ts";
