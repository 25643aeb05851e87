/** Who is asking, how people come in, and what they and the administrator of the machine do about it. */
import { z } from "zod";
import { CAPACITIES, Day } from "./delegations.ts";

export const SeatView = z.object({
  process: z.string(),
  delegation: z.string(),
  capacity: z.enum(CAPACITIES),
  lead: z.boolean(),
});
export type SeatView = z.infer<typeof SeatView>;

export const Me = z.object({
  /** `single`: one person at a laptop, who writes down what every side does. `shared`: everybody signs in. */
  mode: z.enum(["single", "shared"]),
  /** Null where nobody is signed in. */
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      /** Manages accounts and invitations of the machine; no seat comes with it. */
      administrator: z.boolean(),
      /** Opens processes. */
      opens: z.boolean(),
      seats: z.array(SeatView),
    })
    .nullable(),
});
export type Me = z.infer<typeof Me>;

const command = { command: z.uuid() };
/** No text of a database holds NUL. */
const noNul = (value: string) => !value.includes("\0");
const name = z.string().trim().min(1).max(200).refine(noNul);
/** A secret in a link, a code or an answer: never long. */
const secret = z.string().min(1).max(500);
const keyId = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+={0,2}$/);
/** What WebAuthn of the browser hands over; the server looks into it with its own library. */
const credential = z
  .object({
    id: keyId,
    rawId: keyId,
    type: z.literal("public-key"),
    response: z.record(z.string().max(50), z.unknown()),
    clientExtensionResults: z.record(z.string().max(50), z.unknown()),
    authenticatorAttachment: z.string().max(50).nullish(),
  })
  .strict();
/** Options as WebAuthn of the browser takes them. */
export const KeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });

/** Longer than any guess, short enough to hash. */
const password = z.string().min(12).max(500);
const oneTimeCode = z.string().regex(/^\d{6}$/);

export const SignInWithKey = z.object({ response: credential }).strict();
export const SignInWithPassword = z
  .object({
    login: z.string().trim().max(200).refine(noNul),
    password: z.string().max(500),
    code: z.string().trim().max(20),
  })
  .strict();
export const SignInWithCode = z.object({ code: z.string().max(100) }).strict();

/** How somebody will come in from now on. `one-time` is the secret's id from the options. */
export const FirstKey = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("passkey"), response: credential }).strict(),
  z.object({ kind: z.literal("password"), secret: z.uuid(), password, code: oneTimeCode }).strict(),
]);
export type FirstKey = z.infer<typeof FirstKey>;

export const OneTimeSecret = z.object({ id: z.uuid(), secret: z.string(), uri: z.string() });
export type OneTimeSecret = z.infer<typeof OneTimeSecret>;

export const TokenOfInvitation = z.object({ token: secret }).strict();
export const InvitationView = z.object({
  name: z.string(),
  inviter: z.string(),
  expiresAt: z.string(),
  administrator: z.boolean(),
  opens: z.boolean(),
  seat: z
    .object({ process: z.string(), delegation: z.string(), lead: z.boolean(), function: z.string() })
    .nullable(),
  /** Where the browser cannot make passkeys for this address, a password is the way. */
  passkeys: z.boolean(),
});
export type InvitationView = z.infer<typeof InvitationView>;
export const AcceptInvitation = z
  .object({
    token: secret,
    name,
    /** Null: for the account that is signed in. */
    key: FirstKey.nullable(),
  })
  .strict();
export const Accepted = z.object({
  /** Sign-in name, for a password. */
  login: z.string(),
  /** Shown this once; null where the account was there before. */
  recoveryCodes: z.array(z.string()).nullable(),
  process: z.string().nullable(),
});
export type Accepted = z.infer<typeof Accepted>;

export const TOKEN_SCOPES = ["read", "write", "record"] as const;

export const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  administrator: z.boolean(),
  opens: z.boolean(),
  /** Whether keys, codes, password and tokens may be changed without signing in again. */
  recent: z.boolean(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() }),
  ),
  recoveryCodes: z.number().int(),
  password: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      createdAt: z.string(),
      usedAt: z.string(),
      current: z.boolean(),
    }),
  ),
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      scopes: z.array(z.enum(TOKEN_SCOPES)),
      createdAt: z.string(),
      usedAt: z.string().nullable(),
      expiresAt: z.string(),
    }),
  ),
  log: z.array(z.object({ at: z.string(), act: z.string(), device: z.string(), detail: z.string() })),
});
export type AccountView = z.infer<typeof AccountView>;

export const AccountChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename"), name }).strict(),
  z.object({ type: z.literal("add-passkey"), response: credential, name }).strict(),
  z.object({ type: z.literal("rename-passkey"), id: keyId, name }).strict(),
  z.object({ type: z.literal("remove-passkey"), id: keyId }).strict(),
  z.object({ type: z.literal("set-password"), secret: z.uuid(), password, code: oneTimeCode }).strict(),
  z.object({ type: z.literal("remove-password") }).strict(),
  z.object({ type: z.literal("end-session"), id: keyId }).strict(),
  z.object({ type: z.literal("end-other-sessions") }).strict(),
  z.object({ type: z.literal("revoke-token"), id: keyId }).strict(),
]);
export type AccountChange = z.infer<typeof AccountChange>;
export const ChangeAccount = z.object({ change: AccountChange }).strict();
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const NewToken = z
  .object({
    name,
    scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(3),
    days: z.number().int().min(1).max(366),
  })
  .strict();
export type NewToken = z.infer<typeof NewToken>;
/** Shown this once. */
export const TokenShown = z.object({ token: z.string() });

export const PendingInvitation = z.object({
  id: z.string(),
  name: z.string(),
  inviter: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(["open", "taken", "withdrawn", "over"]),
  administrator: z.boolean(),
  opens: z.boolean(),
  seat: z
    .object({ function: z.string(), lead: z.boolean(), from: Day.nullable(), to: Day.nullable() })
    .nullable(),
});
export type PendingInvitation = z.infer<typeof PendingInvitation>;
/** The link is shown this once: its secret is kept as a hash only. */
export const InvitationLink = z.object({ id: z.string(), link: z.string(), expiresAt: z.string() });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** Into a delegation. */
export const NewSeatInvitation = z
  .object({
    ...command,
    name,
    function: z.string().trim().max(200).refine(noNul),
    lead: z.boolean(),
    /** Null: from the day on which it is accepted. */
    from: Day.nullable(),
    to: Day.nullable(),
    /** Days until the invitation is over. */
    days: z.number().int().min(1).max(60),
  })
  .strict();
export type NewSeatInvitation = z.infer<typeof NewSeatInvitation>;

export const NewAccountInvitation = z
  .object({
    ...command,
    name,
    administrator: z.boolean(),
    opens: z.boolean(),
    days: z.number().int().min(1).max(60),
  })
  .strict();
export type NewAccountInvitation = z.infer<typeof NewAccountInvitation>;
/** The one invitation to the secretariat of a process that was written on a laptop and has nobody yet. */
export const NewFounding = z
  .object({ ...command, process: z.string().min(1).max(500).refine(noNul), name })
  .strict();

export const Administration = z.object({
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      administrator: z.boolean(),
      opens: z.boolean(),
      closed: z.boolean(),
      createdAt: z.string(),
      usedAt: z.string().nullable(),
    }),
  ),
  invitations: z.array(PendingInvitation),
  /** Processes from before this installation was shared, in which nobody has sat yet. */
  unseated: z.array(z.object({ process: z.string(), name: z.string(), invited: z.boolean() })),
});
export type Administration = z.infer<typeof Administration>;

export const ChangeOther = z
  .object({
    change: z.discriminatedUnion("type", [
      z.object({ type: z.literal("rights"), administrator: z.boolean(), opens: z.boolean() }).strict(),
      z.object({ type: z.literal("close") }).strict(),
      z.object({ type: z.literal("open-again") }).strict(),
      z.object({ type: z.literal("end-sessions") }).strict(),
    ]),
  })
  .strict();
export type ChangeOther = z.infer<typeof ChangeOther>;
