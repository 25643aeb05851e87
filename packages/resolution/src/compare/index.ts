export { compareAccounts } from "./compare-accounts.ts";
export type { GivenAccount } from "./given-account.ts";
