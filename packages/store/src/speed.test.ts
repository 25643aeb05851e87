import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimOf, OFFICER, occurrenceOf, openProcess, projectTo } from "../test/fixture.ts";
import { documentPage, occurrencePage, openStore, overview, search, timeline } from "./index.ts";

/** A tenth of a second on a quiet machine; tests share theirs with others. */
const LIMIT = 300;

describe("twenty thousand occurrences", () => {
  it("[S18] the timeline of twenty thousand occurrences comes in a tenth of a second", async () => {
    const store = await openStore({ db: join(import.meta.dirname, "../../../db"), folder: null });
    await openProcess(store, "large");
    const claims = Array.from({ length: 20_000 }, (_, i) =>
      claimOf(String(i), `The ministers spoke about matter ${i} by telephone.`, `occ:${i}`),
    );
    const occurrences = claims.map((claim, i) =>
      occurrenceOf(`occ:${i}`, [claim.id], {
        when: {
          edtf: new Date(Date.UTC(2014, 0, 1) + i * 16_000_000).toISOString().slice(0, 10),
          asWorded: null,
          zone: null,
          basis: "stated",
          why: "",
        },
      }),
    );
    await timed("project", () =>
      store.asMachine((session) => projectTo(session, "large", occurrences, claims)),
    );
    await timed("project again", () =>
      store.asMachine((session) => projectTo(session, "large", occurrences, claims)),
    );
    const look = <T>(
      name: string,
      run: (session: Parameters<Parameters<typeof store.as>[1]>[0]) => Promise<T>,
    ) => timed(name, () => store.as(OFFICER, run));
    const took = [];
    for (let i = 0; i < 5; i++)
      took.push((await look("timeline", (session) => timeline(session, "large"))).took);
    await look("overview", (session) => overview(session, "large"));
    await look("page", (session) => occurrencePage(session, "large", { limit: 50 }));
    await look("page of actor", (session) =>
      occurrencePage(session, "large", { limit: 50, actor: "person:ada-example" }),
    );
    await look("documents", (session) => documentPage(session, "large", { limit: 50 }));
    await look("search all", (session) => search(session, { q: "telephone", process: "large" }));
    await look("search one", (session) => search(session, { q: "matter 1999", process: "large" }));
    expect(Math.min(...took)).toBeLessThan(LIMIT);
    await store.close();
  }, 120_000);
});

async function timed<T>(name: string, run: () => Promise<T>): Promise<{ result: T; took: number }> {
  const started = performance.now();
  const result = await run();
  const took = performance.now() - started;
  if (process.env.PARLEY_SPEED) console.log(`${name}: ${took.toFixed(0)} ms`);
  return { result, took };
}
