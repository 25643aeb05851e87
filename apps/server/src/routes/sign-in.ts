import { KeyOptions, Me, SignInWithCode, SignInWithKey, SignInWithPassword } from "@parley/protocol";
import { endSessions } from "@parley/store/door";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { answers } from "../schemas.ts";
import { comeWithPasskey, comeWithPassword, comeWithRecoveryCode } from "../sign-in/come-in.ts";

const TAGS = ["sign-in"];
/** Nothing that is said at the door is long. */
export const SMALL = { bodyLimit: 64 * 1024 };
export const Done = z.object({ done: z.literal(true) });

export function signInRoutes(app: App, context: Context): void {
  const { store } = context;
  const at = (request: FastifyRequest, reply: FastifyReply) => {
    if (!context.door) throw notFound();
    return { context, door: context.door, request, reply };
  };
  const done = { done: true as const };

  app.post(
    "/sign-in/passkey/options",
    { ...SMALL, schema: { tags: TAGS, response: answers(KeyOptions) } },
    async (request, reply) => {
      const { passkeys } = at(request, reply).door;
      if (!passkeys) throw notFound();
      return { options: await passkeys.askForProof() };
    },
  );

  app.post(
    "/sign-in/passkey",
    { ...SMALL, schema: { tags: TAGS, body: SignInWithKey, response: answers(Done) } },
    async (request, reply) => {
      await comeWithPasskey(at(request, reply), request.body.response);
      return done;
    },
  );

  app.post(
    "/sign-in/password",
    { ...SMALL, schema: { tags: TAGS, body: SignInWithPassword, response: answers(Done) } },
    async (request, reply) => {
      await comeWithPassword(at(request, reply), request.body);
      return done;
    },
  );

  app.post(
    "/sign-in/recovery",
    { ...SMALL, schema: { tags: TAGS, body: SignInWithCode, response: answers(Done) } },
    async (request, reply) => {
      await comeWithRecoveryCode(at(request, reply), request.body.code);
      return done;
    },
  );

  app.post(
    "/sign-out",
    { ...SMALL, schema: { tags: TAGS, response: answers(Done) } },
    async (request, reply) => {
      const { door } = at(request, reply);
      const { caller } = request;
      if (caller?.session) {
        const { account, session: current } = caller;
        await store.atDoor((session) => endSessions(session, account.id, { only: current.id }));
        await door.log({ request, account: account.id, act: "signed-out" });
        await door.callers.forget(account.id);
      }
      door.cookies.clearSession(reply);
      return done;
    },
  );

  app.get(
    "/me",
    {
      schema: {
        tags: ["people"],
        description: "Who is asking and where they sit; `person` is null for nobody.",
        response: answers(Me),
      },
    },
    (request) => context.me(request),
  );
}
