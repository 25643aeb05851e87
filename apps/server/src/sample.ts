/** The sample process of samples/process.json, opened and queued in one transaction on the first start. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Delegation } from "@parley/protocol";
import { delegation, type Fact, process as processes, seal, type Viewer } from "@parley/record";
import { addProcess, append, asMachineWithin, projectDelegation, revisionOf, takeIn } from "@parley/store";
import { z } from "zod";
import type { Intaker } from "./accept-reports.ts";
import { orRefuse } from "./problem.ts";
import { reportsOf } from "./uploads.ts";

const Sample = z.object({
  process: z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    parties: z.array(z.string()),
    mediators: z.array(z.string()),
  }),
  delegations: z
    .array(
      Delegation.pick({
        id: true,
        name: true,
        capacity: true,
        represents: true,
        mandate: true,
        together: true,
      }),
    )
    .default([]),
  files: z.array(z.string()),
});

/** Id of the job that reads it. */
export async function openSample(
  { store, now, newId }: Intaker,
  folder: string,
  by: Viewer,
): Promise<string> {
  const { process, delegations, files } = Sample.parse(
    JSON.parse(readFileSync(join(folder, "process.json"), "utf8")),
  );
  const { id, ...opening } = process;
  const [fact] = orRefuse(processes.decide({ type: "open-process", ...opening }, processes.initialState));
  const documents = files.flatMap((file) => reportsOf(file, readFileSync(join(folder, file))));
  const command = newId();
  const at = now().toISOString();
  const audience = { kind: "process", process: id } as const;
  const sealed = <F extends Fact>(first: F, stream: string) =>
    seal(first, {
      ...{ process: id, at, audience, command, stream },
      id: newId(),
      version: 1,
      author: by.id,
      capacity: by.capacity,
    });
  const event = sealed(fact, processes.streamOf(id));
  const founded = delegations.map((one) => {
    const [founding] = orRefuse(
      delegation.decide(
        { type: "found-delegation", ...one, process: id, knownTo: null },
        delegation.initialState,
      ),
    );
    return { founding, event: sealed(founding, delegation.streamOf(one.id)) };
  });
  return store.as(by, async (session) => {
    await addProcess(session, event);
    if (founded.length)
      await append(
        session,
        founded.map((one) => one.event),
      );
    await asMachineWithin(session, async () => {
      for (const { founding, event: founds } of founded)
        await projectDelegation(
          session,
          delegation.evolve(delegation.initialState, founding),
          revisionOf(founds),
        );
    });
    const taken = await takeIn(session, {
      job: newId(),
      process: id,
      command,
      by,
      at,
      audience,
      documents,
      newId,
    });
    if (taken === "conflict")
      throw new Error(`the sample process ${id} was opened by somebody else meanwhile`);
    return taken.job;
  });
}
