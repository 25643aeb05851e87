export { compareAccounts, type GivenAccount } from "./compare/index.ts";
export { type Resolution, resolve, toRecordFile } from "./resolve.ts";
