/** What every database must do for readouts: run on the embedded one and on a server. */
import { point, publication, readout, readoutRule } from "@parley/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dueReadouts,
  findPoint,
  findReadout,
  findReadoutRule,
  listPoints,
  listPublications,
  listReadouts,
  projectPoint,
  projectPublication,
  projectReadout,
  projectReadoutRule,
  readingsOf,
  readoutVersions,
  type Store,
} from "../src/index.ts";
import { AT, handIn, openProcess, readAll, report } from "./fixture.ts";
import { carryOut, from } from "./rooms.ts";

const process = "talks";
const [arm, aze, med] = [from(process, "arm"), from(process, "aze"), from(process, "med", "mediator")];
const LATER = "2026-03-02T18:00:00.000Z";
const texts = [{ language: "en", title: "Readout", text: "They spoke." }];
const author = { by: "somebody", at: AT, recordedBy: null };

export function readouts(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await openProcess(store, process);
    }, 120_000);
    afterAll(() => store.close());

    const give = (id: string, ...commands: readout.Command[]) =>
      store.asMachine(async (session) => {
        for (const command of commands) {
          const { state, revision } = await carryOut(session, readout, {
            ...{ process, command, stream: readout.streamOf(id) },
          });
          await projectReadout(session, state, revision);
        }
      });
    const draft = (id: string): readout.Command => ({
      ...{ type: "draft-readout", id, process, contact: "c1", delegation: "arm", texts, approval: "none" },
      ...author,
    });
    const publish = (to: publication.Published["to"], id: string, published = AT) =>
      store.asMachine(async (session) => {
        const { state, revision } = await carryOut(session, publication, {
          ...{ process, stream: publication.streamOf(id) },
          command: {
            ...{ type: "put-out", id, process, contact: "c1", delegation: "arm", account: "r", to, texts },
            ...{ recordedBy: null, published, corrects: null, documents: [], delegations: ["arm", "aze"] },
          },
        });
        await projectPublication(session, state, revision);
      });

    it("[R71] a readout and its versions are found by its own delegation alone", async () => {
      const revised = [{ ...texts[0]!, text: "They spoke at length." }];
      await give("r1", draft("r1"), { type: "revise-readout", texts: revised, ...author });
      const seen = (viewer: typeof arm) =>
        store.as(viewer, async (session) => [
          (await findReadout(session, process, "r1"))?.version ?? null,
          (await listReadouts(session, process, { contact: "c1" })).length,
          (await readoutVersions(session, process, "r1")).length,
        ]);
      expect(await seen(arm)).toEqual([2, 1, 2]);
      expect([await seen(aze), await seen(med)]).toEqual([
        [null, 0, 0],
        [null, 0, 0],
      ]);
    });

    it("[R74] what is scheduled is due at its instant, in whatever form that is written", async () => {
      const at = "2026-03-02T20:00:00+02:00";
      await give("r2", draft("r2"), {
        ...{ type: "schedule-readout", approval: "none", leads: false, ...author },
        publications: [{ id: "p2", to: "process", delegations: [], at }],
      });
      const due = (now: string) => store.asMachine((session) => dueReadouts(session, now));
      expect(await due("2026-03-02T17:59:59.999Z")).toEqual([]);
      expect(await due(LATER)).toEqual([{ process, readout: "r2" }]);
      await give("r2", { type: "publish-readout", publication: "p2", ...author, at: LATER });
      expect(await due(LATER)).toEqual([]);
    });

    it("[R76] a publication is listed for its readers, latest first, and tells nobody for whom else it is", async () => {
      await publish("sides", "p1");
      await publish("process", "p3", LATER);
      const list = (viewer: typeof arm) =>
        store.as(viewer, (session) => listPublications(session, process, {}));
      expect((await list(aze)).map(({ id }) => id)).toEqual(["p3", "p1"]);
      expect((await list(med)).map(({ id, contact }) => [id, contact])).toEqual([["p3", null]]);
      expect(JSON.stringify(await list(aze))).not.toContain("delegations");
    });

    it("[R72] the usual rule stands until a delegation sets its own, which it alone sees", async () => {
      const rule = (viewer: typeof arm) =>
        store.as(viewer, (session) => findReadoutRule(session, process, "arm"));
      expect(await rule(arm)).toEqual({ approval: "lead", revision: "" });
      await store.asMachine(async (session) => {
        const { state, revision } = await carryOut(session, readoutRule, {
          ...{ process, stream: readoutRule.streamOf("arm") },
          command: { type: "set-readout-rule", process, delegation: "arm", approval: "second-person" },
        });
        await projectReadoutRule(session, state, revision);
      });
      expect((await rule(arm)).approval).toBe("second-person");
      expect((await rule(aze)).approval).toBe("lead");
    });

    it("[R83] a point is found by the delegations that see it, and leaves the list when it is superseded", async () => {
      const give = (command: point.Command) =>
        store.asMachine(async (session) => {
          const { state, revision } = await carryOut(session, point, {
            ...{ process, command, stream: point.streamOf("pt") },
          });
          await projectPoint(session, state, revision);
        });
      await give({
        ...{ type: "put-point", id: "pt", process, contact: "c1", by: "med", recordedBy: null, quotes: [] },
        ...{ text: "In Geneva.", supersedes: null, asked: ["arm", "aze"], seenBy: ["arm", "aze"] },
      });
      const list = (viewer: typeof arm) =>
        store.as(viewer, (session) => listPoints(session, process, { contact: "c1" }));
      expect([(await list(arm)).length, (await list(med)).length]).toEqual([1, 0]);
      expect(await store.as(med, (session) => findPoint(session, process, "pt"))).toBeNull();
      await give({ type: "supersede-point", by: "other" });
      expect(await list(arm)).toEqual([]);
    });

    it("[R82] readings are given of documents that one sees, and of no others", async () => {
      await handIn(store, { process, documents: [report("seen", "Ada called Bo.")] });
      await handIn(store, {
        ...{ process, documents: [report("hidden", "Cy called Dee.")] },
        audience: { kind: "delegations", delegations: ["aze"] },
      });
      await readAll(store);
      const known = (viewer: typeof arm) =>
        store.as(viewer, async (session) => [
          ...(await readingsOf(session, process, ["seen", "hidden", "absent"])).keys(),
        ]);
      expect((await known(aze)).sort()).toEqual(["hidden", "seen"]);
      expect(await known(arm)).toEqual(["seen"]);
    });
  });
}
