import {
  type AccountChange,
  AccountView,
  ChangeAccount,
  KeyOptions,
  NewToken,
  OneTimeSecret,
  RecoveryCodes,
  TokenShown,
} from "@parley/protocol";
import type { Session } from "@parley/store";
import {
  addPasskey,
  addToken,
  changeAccount,
  doorLogOf,
  endSessions,
  findAccount,
  passkeysOf,
  recoveryCodesLeft,
  removePasskey,
  removeToken,
  renamePasskey,
  sessionsOf,
  setPassword,
  setRecoveryCodes,
  takeChallenge,
  tokensOfAccount,
} from "@parley/store/door";
import type { FastifyRequest } from "fastify";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { answers } from "../schemas.ts";
import { keyRefused } from "../sign-in/accept-invitation.ts";
import { sessionBounds } from "../sign-in/callers.ts";
import { isRecent, personAt, recentPerson } from "../sign-in/door.ts";
import { stepOf } from "../sign-in/one-time.ts";
import { hashOf, hashOfRecoveryCode, newRecoveryCodes, newSecret } from "../sign-in/secrets.ts";
import { offerOneTimeSecret } from "./invitations.ts";
import { SMALL } from "./sign-in.ts";

const TAGS = ["account"];
const LOG_SHOWN = 30;
const DAY = 24 * 3600_000;
/** What needs no fresh sign-in: names, and what only takes away. */
const HARMLESS = new Set<AccountChange["type"]>([
  "rename",
  "rename-passkey",
  "end-session",
  "end-other-sessions",
  "revoke-token",
]);

export function accountRoutes(app: App, context: Context): void {
  const { store, now, newId } = context;
  const doorOf = () => {
    if (!context.door) throw notFound();
    return context.door;
  };
  const subjectOf = (account: string) => `account ${account}`;

  app.get("/account", { schema: { tags: TAGS, response: answers(AccountView) } }, (request) => {
    doorOf();
    return view(request);
  });

  app.post(
    "/account",
    { ...SMALL, schema: { tags: TAGS, body: ChangeAccount, response: answers(AccountView) } },
    async (request) => {
      const door = doorOf();
      const { change } = request.body;
      const person = HARMLESS.has(change.type) ? personAt(request) : recentPerson(request, now());
      const { id } = person.account;
      const work = await prepared(id, change);
      await store.atDoor((session) => work(session, person.session.id));
      await door.log({ request, account: id, act: change.type });
      await door.callers.forget(id);
      return view(request);
    },
  );

  app.post(
    "/account/passkey-options",
    { ...SMALL, schema: { tags: TAGS, response: answers(KeyOptions) } },
    async (request) => {
      const { passkeys } = doorOf();
      const { account } = recentPerson(request, now());
      if (!passkeys) throw notFound();
      const known = await store.atDoor((session) => passkeysOf(session, account.id));
      const subject = subjectOf(account.id);
      return {
        options: await passkeys.askForNew({
          ...{ subject, account: account.id, name: account.name },
          known: known.map(({ id, transports }) => ({ id, transports })),
        }),
      };
    },
  );

  app.post(
    "/account/password-options",
    { ...SMALL, schema: { tags: TAGS, response: answers(OneTimeSecret) } },
    async (request) => {
      doorOf();
      const { account } = recentPerson(request, now());
      return offerOneTimeSecret(context, { subject: subjectOf(account.id), label: account.login });
    },
  );

  app.post(
    "/account/recovery-codes",
    {
      ...SMALL,
      schema: { tags: TAGS, description: "New ones; the old ones end.", response: answers(RecoveryCodes) },
    },
    async (request) => {
      const door = doorOf();
      const { account } = recentPerson(request, now());
      const recoveryCodes = newRecoveryCodes();
      await store.atDoor((session) =>
        setRecoveryCodes(session, account.id, recoveryCodes.map(hashOfRecoveryCode)),
      );
      await door.log({ request, account: account.id, act: "recovery-codes-made" });
      return { recoveryCodes };
    },
  );

  app.post(
    "/account/tokens",
    { ...SMALL, schema: { tags: TAGS, body: NewToken, response: answers(TokenShown) } },
    async (request) => {
      const door = doorOf();
      const { account } = recentPerson(request, now());
      const { name, scopes, days } = request.body;
      const token = `parley_${newSecret()}`;
      const createdAt = now().toISOString();
      const expiresAt = new Date(now().getTime() + days * DAY).toISOString();
      await store.atDoor((session) =>
        addToken(session, {
          ...{ id: newId(), hash: hashOf(token), account: account.id, name, createdAt, expiresAt },
          ...{ scopes: [...new Set(scopes)], usedAt: null },
        }),
      );
      await door.log({ request, account: account.id, act: "token-made", detail: name });
      return { token };
    },
  );

  /** What has to be looked at before the transaction, and then what is done in it. */
  async function prepared(
    account: string,
    change: AccountChange,
  ): Promise<(session: Session, current: string) => Promise<unknown>> {
    const at = now().toISOString();
    switch (change.type) {
      case "rename":
        return (session) => changeAccount(session, account, { name: change.name });
      case "add-passkey": {
        const made = await doorOf().passkeys?.readNew(subjectOf(account), change.response);
        if (!made || made.account !== account) throw keyRefused();
        const row = { ...made.key, account, name: change.name, createdAt: at, usedAt: null };
        return (session) => addPasskey(session, row);
      }
      case "rename-passkey":
        return (session) => renamePasskey(session, { account, ...change }).then(orNotFound);
      case "remove-passkey":
        return async (session) => {
          orNotFound(await removePasskey(session, account, change.id));
          await orLast(session, account);
        };
      case "set-password": {
        const asked = { id: change.secret, purpose: "one-time-secret", subject: subjectOf(account), now: at };
        const secret = await store.atDoor((session) => takeChallenge(session, asked));
        const step = secret && stepOf(secret, change.code, now());
        if (!secret || !step) throw keyRefused();
        const password = await doorOf().passwords.hash(change.password);
        return (session) => setPassword(session, account, { password, oneTimeSecret: secret, step });
      }
      case "remove-password":
        return async (session) => {
          await setPassword(session, account, null);
          await orLast(session, account);
        };
      case "end-session":
        return (session) => endSessions(session, account, { only: change.id });
      case "end-other-sessions":
        return (session, current) => endSessions(session, account, { allBut: current });
      case "revoke-token":
        return (session) => removeToken(session, account, change.id).then(orNotFound);
    }
  }

  async function view(request: FastifyRequest): Promise<AccountView> {
    const { account, session: current } = personAt(request);
    const { id } = account;
    return store.atDoor(async (session) => {
      const found = await findAccount(session, id);
      if (!found) throw notFound();
      const keys = await passkeysOf(session, id);
      const sessions = await sessionsOf(session, id, sessionBounds(now()));
      return {
        ...{ id, name: found.name, login: found.login },
        ...{ administrator: found.administrator, opens: found.opens },
        recent: isRecent(current, now()),
        passkeys: keys.map(({ id: key, name, createdAt, usedAt }) => ({ id: key, name, createdAt, usedAt })),
        recoveryCodes: await recoveryCodesLeft(session, id),
        password: found.password !== null,
        sessions: sessions.map((one) => ({
          ...{ id: one.id, device: one.device, createdAt: one.createdAt, usedAt: one.usedAt },
          current: one.id === current.id,
        })),
        tokens: (await tokensOfAccount(session, id)).map(({ account: _, scopes, ...token }) => ({
          ...token,
          scopes: scopes as NewToken["scopes"],
        })),
        log: (await doorLogOf(session, id, LOG_SHOWN)).map(({ account: _, ...entry }) => entry),
      };
    });
  }
}

function orNotFound(there: boolean): void {
  if (!there) throw notFound();
}

/** Throws `last-key`, which takes the change back. */
async function orLast(session: Session, account: string): Promise<void> {
  const found = await findAccount(session, account);
  if (found?.password !== null || (await passkeysOf(session, account)).length) return;
  throw new ApiProblem("last-key", "This is the last way in. Add another one first.");
}
