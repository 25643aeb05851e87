import { Judgement, NewJudgement, type NewJudgement as NewJudgementBody } from "@parley/protocol";
import { capacityIn, judgement, replay, seal, type Viewer } from "@parley/record";
import {
  append,
  countClaims,
  judgementOfCommand,
  loadStream,
  type Session,
  streamOfJudgement,
} from "@parley/store";
import { Contended, unlessContended } from "../accept-reports.ts";
import type { App, Context } from "../context.ts";
import { ApiProblem, orRefuse } from "../problem.ts";
import { answers, inProcess } from "../schemas.ts";

const TRIES = 5;

export function judgementRoutes(app: App, context: Context): void {
  app.post(
    "/processes/:process/judgements",
    {
      schema: {
        tags: ["occurrences"],
        description:
          "Judges a proposal, or takes a judgement back (`undoes`). The projections follow within a second.",
        params: inProcess,
        body: NewJudgement,
        response: answers(Judgement),
      },
    },
    async (request) => {
      const viewer = context.viewerOf(request);
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const given = await context.store
          .as(viewer, (session) =>
            judge(session, { context, viewer, process: request.params.process, body: request.body }),
          )
          .catch(unlessContended);
        if (!given) continue;
        context.schedule(request.params.process);
        return given;
      }
      throw new ApiProblem("write-contended", "Others are judging the same. Look again and decide again.");
    },
  );
}

interface Judging {
  context: Context;
  viewer: Viewer;
  process: string;
  body: NewJudgementBody;
}

async function judge(session: Session, { context, viewer, process, body }: Judging): Promise<Judgement> {
  const { command, ...judged } = body;
  const earlier = await judgementOfCommand(session, process, command);
  if (earlier) return earlier;
  const named = [...new Set([...judged.claims, ...judged.others])];
  if ((await countClaims(session, process, named)) !== named.length)
    throw new ApiProblem(
      "claims-absent",
      "Some of these claims are not in the record (any more). Look again.",
    );
  const stream =
    (judged.undoes === null ? null : await streamOfJudgement(session, process, judged.undoes)) ??
    judgement.streamOf(judged.claims);
  const past = await loadStream<judgement.JudgementGiven>(session, process, stream);
  const id = context.newId();
  const [fact] = orRefuse(
    judgement.decide(
      { type: "judge", id, ...judged },
      replay(past, judgement.evolve, judgement.initialState),
    ),
  );
  const at = context.now().toISOString();
  const event = seal(fact, {
    ...{ id, process, stream, at, command },
    version: past.length + 1,
    author: viewer.id,
    capacity: capacityIn(viewer, process),
    audience: { kind: "process", process },
  });
  if ((await append(session, [event])).outcome === "conflict") throw new Contended();
  return { ...fact.payload, author: viewer.id, at };
}
