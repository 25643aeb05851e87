/**
 * One publication of a readout, in one transaction: the readout knows that it went out, its readers have a publication,
 * and its texts are documents of the record that wait to be read. Done twice, by whomever, it happens once.
 */
import type { PlannedPublication, Publication } from "@parley/protocol";
import { contentHash, publication, readout, seated, type Viewer } from "@parley/record";
import {
  findDelegation,
  findReadout,
  projectPublication,
  projectReadout,
  type Session,
  takeIn,
} from "@parley/store";
import { Contended, unlessContended } from "../../accept-reports.ts";
import type { Context } from "../../context.ts";
import { ApiProblem } from "../../problem.ts";
import { attemptIn } from "../carry-out.ts";
import { tellRoom } from "../tell-room.ts";

/** Author of what the clock does. */
const CLOCK = "machine:clock";
const TRIES = 5;

export interface ToPutOut {
  process: string;
  readout: string;
}

/** What becomes of one that is scheduled no longer, or went out already, or whose instant has not come: nothing. */
const NOTHING = new Set([
  "publication-absent",
  "publication-exists",
  "publication-early",
  "readout-withdrawn",
]);

/** Everything of the readout that is due. Throws where others kept writing; it is due again then. */
export async function putOutDue(context: Context, { process, readout: id }: ToPutOut): Promise<void> {
  const { store, now } = context;
  const standing = await store.asMachine((session) => findReadout(session, process, id));
  const due = (standing?.publications ?? []).filter(
    ({ at, published }) => published === null && Date.parse(at) <= now().getTime(),
  );
  for (const planned of due) await putOut(context, { process, readout: id }, planned);
}

async function putOut(context: Context, of: ToPutOut, planned: PlannedPublication): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await attempted(context, of, planned).catch(unlessContended);
    if (done === null) continue;
    if (done.went) {
      context.wake();
      const { process } = of;
      tellRoom(context, { process, kind: "readout", id: of.readout }, done.own);
      tellRoom(context, { process, kind: "readout", id: planned.id }, done.readers);
    }
    return;
  }
  throw new Error(`publication ${planned.id} could not be put out: others kept writing`);
}

async function attempted(context: Context, of: ToPutOut, planned: PlannedPublication) {
  const { store, now, newId } = context;
  const { process } = of;
  const at = now().toISOString();
  const command = commandOf(planned.id);
  const viewer = await store.asMachine((session) => clockFor(session, of));
  return store.as(viewer, async (session) => {
    const order = { process, command, viewer, sees: async () => true };
    const out = await attemptIn(session, context, {
      ...order,
      stream: readout.streamOf(of.readout),
      aggregate: readout,
      ask: () => ({
        ...{ type: "publish-readout" as const, publication: planned.id },
        ...{ by: CLOCK, at, recordedBy: null },
      }),
      project: (inner, state, { revision }) => projectReadout(inner, state, revision),
    }).catch(unlessNothing);
    if (!out || out.again || out.state.status === "absent") return { went: false as const };
    const published = publicationOf(out.state, planned, at);
    const put = await attemptIn(session, context, {
      ...order,
      stream: publication.streamOf(planned.id),
      aggregate: publication,
      ask: () => ({ type: "put-out" as const, ...published }),
      project: (inner, state, { revision }) => projectPublication(inner, state, revision),
    });
    const name = (await findDelegation(session, process, published.delegation))?.name ?? "";
    const taken = await takeIn(session, {
      ...{ job: newId(), process, command, by: viewer, at, newId, audience: put.audience },
      documents: published.texts.map(({ language, title, text }, i) => ({
        name: `${name}: ${title || language}`,
        source: {
          ...{ id: published.documents[i]!.document, text, outlet: name, published: at },
          title: titleOf(title, published, out.state as readout.Standing),
        },
      })),
    });
    if (taken === "conflict") throw new Contended();
    return { went: true as const, own: out.audience, readers: put.audience };
  });
}

function unlessNothing(error: unknown): null {
  if (error instanceof ApiProblem && NOTHING.has(error.code)) return null;
  throw error;
}

/** The delegation's own circle and that of the process, so that it may write for either. */
async function clockFor(session: Session, { process, readout: id }: ToPutOut): Promise<Viewer> {
  const standing = await findReadout(session, process, id);
  const delegation = standing && (await findDelegation(session, process, standing.delegation));
  if (!delegation) throw new TypeError("what is due has a delegation");
  const capacity = delegation.capacity;
  const viewer = seated(CLOCK, [{ process, delegation: delegation.id, capacity, lead: true }]);
  return { ...viewer, processes: [process] };
}

function publicationOf(
  state: readout.Standing,
  { id, to, delegations, corrects }: PlannedPublication,
  at: string,
): publication.Published {
  const { process, contact, delegation, texts, recordedBy } = state;
  const documents = texts.map(({ language }) => ({ language, document: `readout-${id}-${language}` }));
  return {
    ...{ id, process, contact, delegation, account: state.id, to, texts, recordedBy, corrects },
    ...{ delegations, documents, published: at },
  };
}

/** A corrected readout says so on the page of its document. */
function titleOf(
  title: string,
  { corrects }: Pick<Publication, "corrects">,
  { publications }: readout.Standing,
): string {
  const earlier = publications.find(({ id }) => id === corrects)?.published;
  if (!earlier) return title;
  return `${title || "Readout"} (corrects the readout of ${earlier.slice(0, 16).replace("T", " ")} UTC)`;
}

/** The same command for the same publication, whoever gives it. */
function commandOf(id: string): string {
  const hash = contentHash(["publication", id]);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
