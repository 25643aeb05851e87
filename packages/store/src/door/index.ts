export * from "./accounts.ts";
export * from "./installation.ts";
export * from "./invitations.ts";
export * from "./keys.ts";
export * from "./sessions.ts";
export type { InvitedSeat } from "./tables.ts";
export * from "./tries.ts";
