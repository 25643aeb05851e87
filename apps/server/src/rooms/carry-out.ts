/**
 * A command on an aggregate of the rooms, from request to record: one transaction in which the viewer's sight is asked
 * first, the whole stream decides, the viewer writes the events under its own circles, and the projection follows.
 */
import {
  type Audience,
  capacityIn,
  type Decision,
  type Fact,
  replay,
  seal,
  united,
  type Viewer,
} from "@parley/record";
import {
  append,
  asMachineAtLast,
  asMachineWithin,
  revisionOf,
  type Session,
  type StreamSeen,
  seeStream,
} from "@parley/store";
import { Contended, unlessContended } from "../accept-reports.ts";
import type { Context } from "../context.ts";
import { ApiProblem, notFound, orRefuse } from "../problem.ts";

export interface Aggregate<C, S, F extends Fact> {
  initialState: S;
  decide(command: C, state: S): Decision<F>;
  evolve(state: S, fact: F): S;
  /** Of what exists. */
  audienceOf(state: S): Audience;
}

export interface Order<C, S, F extends Fact> {
  process: string;
  stream: string;
  aggregate: Aggregate<C, S, F>;
  /** Command id, from whoever gave it: twice is once. */
  command: string;
  viewer: Viewer;
  /** The stream is named after this command: it begins with it, or the command was given before. */
  founds?: boolean;
  /** The revision that was looked at, where the giver minds what happened since. */
  revision?: string | undefined;
  /**
   * Asked as the viewer before anything else: false where what the command is about is not there, or not for this
   * viewer, which is the same answer. A command that founds something asks for the process.
   */
  sees(session: Session): Promise<boolean>;
  /** The command on this state. May throw ApiProblem, `not-yours` above all. */
  ask(state: S, session: Session): C | Promise<C>;
  /** Writes the projection of the state, as the machine. */
  project(session: Session, state: S, told: Told): Promise<void>;
}

export interface Told {
  revision: string;
  /** ISO 8601 instant of the last event. */
  at: string;
}

export interface CarriedOut<S> {
  state: S;
  revision: string;
  /** The command was given before; nothing was added. */
  again: boolean;
  /** Who sees what was added. */
  audience: Audience;
}

const TRIES = 5;

/**
 * Throws ApiProblem: `not-found`; `moved-on` where the revision is no longer the last one; what `decide` refuses;
 * `write-contended` where others kept writing.
 */
export async function carryOut<C, S, F extends Fact>(
  context: Context,
  order: Order<C, S, F>,
): Promise<CarriedOut<S>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await context.store
      .as(order.viewer, (session) =>
        attemptIn(session, context, order, { unseen: attempt === 0 && order.founds === true, last: true }),
      )
      .catch(unlessContended);
    if (done) return done;
  }
  throw new ApiProblem("write-contended", "Others are writing to the same. Look again and try again.");
}

interface How {
  /** The stream is taken to be empty; where it is not, the attempt is contended. */
  unseen?: boolean;
  /** Nothing follows in the transaction: it may end as the machine. */
  last?: boolean;
}

/** The same within a transaction that is open already, as the viewer. Throws Contended to be tried again. */
export async function attemptIn<C, S, F extends Fact>(
  session: Session,
  context: Pick<Context, "now" | "newId">,
  order: Order<C, S, F>,
  { unseen = false, last = false }: How = {},
): Promise<CarriedOut<S>> {
  const { aggregate, process, stream, viewer } = order;
  if (!(await order.sees(session))) throw notFound();
  const seen: StreamSeen<F> = unseen
    ? { facts: [], commands: [], revision: "" }
    : await asMachineWithin(session, () => seeStream<F>(session, process, stream));
  const before = replay(seen.facts, aggregate.evolve, aggregate.initialState);
  if (seen.commands.includes(order.command))
    return { state: before, revision: seen.revision, again: true, audience: aggregate.audienceOf(before) };
  if (order.revision !== undefined && order.revision !== seen.revision)
    throw new ApiProblem(
      "moved-on",
      "Somebody changed this meanwhile. Look at it as it stands and decide again.",
    );
  const facts = orRefuse(aggregate.decide(await order.ask(before, session), before));
  const at = context.now().toISOString();
  const state = replay(facts, aggregate.evolve, before);
  const audience = audienceOfAll(aggregate, seen, before, state);
  const events = facts.map((fact: F, i: number) =>
    seal(fact, {
      ...{ process, stream, at, audience, command: order.command },
      id: context.newId(),
      version: seen.facts.length + 1 + i,
      author: viewer.id,
      capacity: capacityIn(viewer, process),
    }),
  );
  if ((await append(session, events)).outcome === "conflict") throw new Contended();
  const revision = revisionOf(events.at(-1));
  const write = () => order.project(session, state, { revision, at });
  await (last ? asMachineAtLast(session, write) : asMachineWithin(session, write));
  return { state, revision, again: false, audience };
}

/** Who leaves an audience still sees the event by which it left. */
function audienceOfAll<C, S, F extends Fact>(
  { audienceOf }: Aggregate<C, S, F>,
  seen: StreamSeen<F>,
  before: S,
  after: S,
): Audience {
  return seen.facts.length ? united(audienceOf(before), audienceOf(after)) : audienceOf(after);
}
