export { type AidedReader, openAidedReader, type Tally } from "./aided-reader.ts";
export { type AdapterCode, AdapterError } from "./error.ts";
export { type Incoming, type Network, network, type Outgoing } from "./network.ts";
export {
  type AdapterOptions,
  type AdapterSettings,
  type Endpoint,
  notice,
  settingsFrom,
} from "./settings.ts";
