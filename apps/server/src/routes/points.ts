import {
  AgreedPointView,
  AnswerPoint,
  type ContactView,
  type DelegationView,
  NewPoint,
  PointList,
  PointQuery,
  type RestingQuote,
} from "@parley/protocol";
import { contentHash, point } from "@parley/record";
import {
  findContact,
  findDocument,
  findPoint,
  findProcess,
  listDelegations,
  listPoints,
  projectPoint,
  type Session,
} from "@parley/store";
import { Contended, unlessContended } from "../accept-reports.ts";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { attemptIn, type CarriedOut, carryOut, type Order } from "../rooms/carry-out.ts";
import { inTheNameOf } from "../rooms/in-the-name-of.ts";
import { idFrom, tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

const TAGS = ["points"];
const TRIES = 5;
type PointOrder = Order<point.Command, point.State, point.PointFact>;

export function pointRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/points",
    {
      schema: {
        tags: TAGS,
        description: "Points put to the sides of the contacts one takes part in.",
        params: inProcess,
        querystring: PointQuery,
        response: answers(PointList),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process } = request.params;
        if (!(await findProcess(session, process))) throw notFound();
        return { points: await listPoints(session, process, request.query) };
      }),
  );

  app.post(
    "/processes/:process/points",
    {
      schema: {
        tags: TAGS,
        description: "Puts a point to the sides of a contact, with the words it rests on.",
        params: inProcess,
        body: NewPoint,
        response: answers(AgreedPointView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { command, for: delegation, contact, text, quotes, supersedes } = request.body;
      const id = idFrom(viewer, command);
      return told(
        await carryOut(context, {
          ...{ process, command, viewer },
          stream: point.streamOf(id),
          aggregate: point,
          sees: async (session) => (await findContact(session, process, contact)) !== null,
          ask: async (_, session) => {
            const hand = await inTheNameOf(session, viewer, { process, delegation });
            const found = await findContact(session, process, contact);
            const sides = found ? sidesOf(found) : [];
            if (!sides.includes(delegation))
              throw new ApiProblem("delegation-uninvited", "This delegation takes no part in the contact.");
            await mustBeQuoted(session, process, quotes);
            const earlier = supersedes === null ? null : await findPoint(session, process, supersedes);
            if (supersedes !== null && earlier?.contact !== contact)
              throw new ApiProblem("point-absent", "There is no such point.");
            return {
              ...{ type: "put-point" as const, id, process, contact, text, quotes, supersedes },
              ...hand,
              asked: askedAmong(sides, await listDelegations(session, process)),
              seenBy: sides,
            };
          },
          project,
        }),
      );
    },
  );

  app.post(
    "/processes/:process/points/:id",
    {
      schema: {
        tags: TAGS,
        description: "Confirms a point, confirms it in own words, or disputes it with a reason.",
        params: inProcessWithId,
        body: AnswerPoint,
        response: answers(AgreedPointView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, revision, answer, for: delegation } = request.body;
      const order: PointOrder = {
        ...{ process, command, viewer, revision },
        stream: point.streamOf(id),
        aggregate: point,
        sees: async (session) => (await findPoint(session, process, id)) !== null,
        ask: async (_, session) => {
          const { recordedBy } = await inTheNameOf(session, viewer, { process, delegation });
          const words = answer.answer === "confirmed" ? "" : answer.words;
          return { type: "answer-point", delegation, answer: answer.answer, words, recordedBy };
        },
        project,
      };
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const done = await store
          .as(viewer, async (session) => {
            const answered = await attemptIn(session, context, order);
            return { answered, replaced: await replacedBy(session, answered, order) };
          })
          .catch(unlessContended);
        if (!done) continue;
        if (done.replaced) told(done.replaced);
        return told(done.answered);
      }
      throw new ApiProblem("write-contended", "Others are answering the same. Look again and try again.");
    },
  );

  /** The point that this one was put in the place of gives way in the moment in which all have confirmed this one. */
  async function replacedBy(
    session: Session,
    { state, again }: CarriedOut<point.State>,
    { process, viewer, command }: PointOrder,
  ): Promise<CarriedOut<point.State> | null> {
    if (state.status === "absent" || again || state.state !== "confirmed" || state.supersedes === null)
      return null;
    const earlier = state.supersedes;
    const done = await attemptIn(session, context, {
      ...{ process, viewer, command: commandFor(command) },
      stream: point.streamOf(earlier),
      aggregate: point,
      sees: async () => true,
      ask: () => ({ type: "supersede-point" as const, by: state.id }),
      project,
    }).catch((error: unknown) => {
      // A third point took its place first; this one stands beside that.
      if (error instanceof ApiProblem && error.code === "point-settled") return null;
      if (error instanceof ApiProblem) throw new Contended();
      throw error;
    });
    return done;
  }

  async function project(session: Session, state: point.State, { revision }: { revision: string }) {
    await projectPoint(session, state, revision);
  }

  function told({ state, revision, audience, again }: CarriedOut<point.State>): AgreedPointView {
    if (state.status === "absent") throw new TypeError("a command leaves a point behind");
    const { status: _, seenBy: __, ...body } = state;
    if (!again) tellRoom(context, { process: body.process, kind: "point", id: body.id }, audience);
    return { ...body, revision };
  }
}

/** The quotes are what their documents say, as far as the one who puts the point sees them. */
async function mustBeQuoted(session: Session, process: string, quotes: RestingQuote[]): Promise<void> {
  for (const { document, start, end, quote } of quotes) {
    const found = await findDocument(session, process, document);
    if (found?.document.text.slice(start, end) !== quote)
      throw new ApiProblem("quote-absent", "A quote is not what its document says. Look again.");
  }
}

const sidesOf = (contact: ContactView) =>
  [...new Set([contact.convener, ...contact.invited.map((one) => one.delegation)])].sort();

/** The parties of the contact; where it has fewer than two, all who take part. */
function askedAmong(sides: string[], delegations: DelegationView[]): string[] {
  const capacity = new Map(delegations.map((one) => [one.id, one.capacity]));
  const parties = sides.filter((side) => capacity.get(side) === "party");
  return parties.length > 1 ? parties : sides;
}

/** One command writes to two streams; what it does to the second has an id of its own. */
function commandFor(command: string): string {
  const hash = contentHash(["supersede", command]);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
