/**
 * Coming in by passkey, by password with a one-time code, or by a recovery code. Whatever is wrong, the answer is the
 * same, and so is the work before it.
 */
import {
  accountByLogin,
  findAccount,
  findPasskey,
  knowsDevice,
  takeRecoveryCode,
  takeStep,
  usePasskey,
} from "@parley/store/door";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { ApiProblem } from "../problem.ts";
import type { Door } from "./door.ts";
import { newOneTimeSecret, stepOf } from "./one-time.ts";
import type { Queue } from "./passwords.ts";
import { hashOf, hashOfRecoveryCode } from "./secrets.ts";
import { addressKey, type TryKey } from "./throttle.ts";

export interface AtDoor {
  context: Pick<Context, "store" | "now">;
  door: Door;
  request: FastifyRequest;
  reply: FastifyReply;
}

const failed = () => new ApiProblem("sign-in-failed", "That does not let you in.");
/** Where there is no account, a code is looked at all the same. */
const NOBODYS_SECRET = newOneTimeSecret();

export async function comeWithPasskey(
  { context, door, request, reply }: AtDoor,
  answer: unknown,
): Promise<void> {
  const { store, now } = context;
  const proof = await door.passkeys?.readProof(answer);
  const key = proof ? await store.atDoor((session) => findPasskey(session, proof.key)) : null;
  const counter = proof && key ? await door.passkeys!.check(proof, key) : null;
  const account =
    key && counter !== null
      ? await store.atDoor(async (session) => {
          const found = await findAccount(session, key.account);
          if (!found || found.closed) return null;
          const used = await usePasskey(session, key.id, { counter, at: now().toISOString() });
          if (used) await door.signIn(session, { request, reply, account: found.id });
          return used ? found.id : null;
        })
      : null;
  await tell(door, request, { account, of: key?.account ?? null, how: "passkey" });
}

export async function comeWithPassword(
  { context, door, request, reply }: AtDoor,
  given: { login: string; password: string; code: string },
): Promise<void> {
  const { store, now } = context;
  const login = given.login.toLowerCase();
  const device = door.cookies.device(request);
  const { account, known } = await store.atDoor(async (session) => {
    const found = await accountByLogin(session, login);
    const known = await knowsDevice(session, hashOf(device ?? ""), found?.id ?? "");
    return { account: found, known };
  });
  const keys: TryKey[] = known
    ? [{ kind: "device", of: `${device} ${account!.id}` }]
    : [addressKey(request.ip), { kind: "login", of: login }];
  await door.throttle.begin(keys);
  const queue: Queue = known ? "known" : "unknown";
  const right = await door.passwords.matches(account?.password ?? null, given.password, queue);
  const step = stepOf(account?.oneTimeSecret ?? NOBODYS_SECRET, given.code.replace(/\s/g, ""), now());
  const comes =
    right && account?.oneTimeSecret && step !== null
      ? await store.atDoor(async (session) => {
          const fresh = await takeStep(session, account.id, step);
          if (fresh) await door.signIn(session, { request, reply, account: account.id });
          return fresh;
        })
      : false;
  if (comes) await door.throttle.forgive(keys);
  await tell(door, request, {
    account: comes ? account!.id : null,
    of: account?.id ?? null,
    how: "password",
  });
}

export async function comeWithRecoveryCode(
  { context, door, request, reply }: AtDoor,
  typed: string,
): Promise<void> {
  const account = await context.store.atDoor(async (session) => {
    const owner = await takeRecoveryCode(session, hashOfRecoveryCode(typed));
    if (owner) await door.signIn(session, { request, reply, account: owner });
    return owner;
  });
  await tell(door, request, { account, of: account, how: "recovery code" });
}

/** Throws `sign-in-failed` where nobody came in. Its line in the log is not waited for: it would tell of an account. */
async function tell(
  door: Door,
  request: FastifyRequest,
  { account, of, how }: { account: string | null; of: string | null; how: string },
): Promise<void> {
  if (account === null) {
    door.log({ request, account: of, act: "sign-in-failed", detail: how }).catch((error: unknown) => {
      request.log.error({ err: error }, "the log of the door could not be written");
    });
    throw failed();
  }
  await door.log({ request, account, act: "signed-in", detail: how });
  const former = request.caller?.account.id;
  if (former && former !== account) await door.callers.forget(former);
  await door.callers.forget(account);
}
