/** Reminders and mail by the clock, apart from other rounds: a mail server that hangs holds up nothing else. */
import type { FastifyBaseLogger } from "fastify";
import type { Context } from "../../context.ts";
import { createRounds, type Rounds } from "../../rounds.ts";
import { mailRound } from "../mail/post-office.ts";
import { reminderRound } from "../mail/reminders.ts";

const EVERY = 5_000;

export function startContactRounds(context: Context, logger: FastifyBaseLogger): Rounds {
  const onFailure = (name: string, error: unknown) =>
    logger.error({ round: name, err: error }, "a round failed");
  const { store, now, mail } = context;
  const of = (rounds: Parameters<typeof createRounds>[0]["rounds"]) =>
    createRounds({ rounds, now, every: EVERY, onFailure });
  const reminders = of([reminderRound(context)]);
  const post = mail
    ? of([
        mailRound({
          ...{ store, now, settings: mail },
          onFailure: (id, why) => logger.warn({ mail: id, why }, "a mail was not sent"),
        }),
      ])
    : null;
  return {
    async once() {
      await reminders.once();
      await post?.once();
    },
    async stop() {
      await reminders.stop();
      await post?.stop();
    },
  };
}
