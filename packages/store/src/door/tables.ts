/** The columns of the door's tables. Secrets stand in them as hashes only. */
import type { Member } from "@parley/protocol";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Instant = ColumnType<Date, string, string>;

export interface DoorTables {
  installation: { one: Generated<boolean>; origin: string; shared_at: Instant };
  accounts: {
    id: string;
    name: string;
    login: string;
    administrator: boolean;
    opens: boolean;
    password: string | null;
    one_time_secret: string | null;
    one_time_step: Generated<string>;
    created_at: Instant;
    closed_at: Instant | null;
  };
  passkeys: {
    id: string;
    account: string;
    name: string;
    public_key: string;
    counter: string;
    transports: string[];
    created_at: Instant;
    used_at: Instant | null;
  };
  recovery_codes: { hash: string; account: string };
  sessions: {
    id: string;
    hash: string;
    account: string;
    device: string;
    created_at: Instant;
    used_at: Instant;
  };
  devices: { hash: string; account: string; used_at: Instant };
  tokens: {
    id: string;
    hash: string;
    account: string;
    name: string;
    scopes: string[];
    created_at: Instant;
    used_at: Instant | null;
    expires_at: Instant;
  };
  invitations: {
    id: string;
    hash: string;
    name: string;
    administrator: boolean;
    opens: boolean;
    process: string | null;
    delegation: string | null;
    seat: JSONColumnType<InvitedSeat | null, string | null, string | null>;
    inviter: string | null;
    inviter_name: string;
    created_at: Instant;
    expires_at: Instant;
    used_at: Instant | null;
    withdrawn_at: Instant | null;
  };
  challenges: { id: string; purpose: string; subject: string; secret: string; expires_at: Instant };
  tries: { key: string; failures: number; since: Instant };
  door_log: { id: string; at: Instant; account: string | null; act: string; device: string; detail: string };
}

/** What an invited person will sit in the delegation as. */
export type InvitedSeat = Pick<Member, "function" | "lead" | "to"> & {
  /** Null: from the day on which it is accepted. */
  from: string | null;
};
