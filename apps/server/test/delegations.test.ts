import type { DelegationView } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layTable, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
beforeAll(async () => {
  table = await layTable();
}, 60_000);
afterAll(() => table?.server.close());

const founding = (more: object = {}) => ({
  ...{ name: "Envoy", capacity: "guarantor", represents: [], mandate: "", together: [] },
  ...{ discreet: false, command: command(), ...more },
});
const list = async (who: Who) =>
  (await table.ask<{ delegations?: DelegationView[] }>(who, table.at("/delegations"))).body.delegations;

describe("delegations", () => {
  it("[R18] the third party founds them; a side may not, and whoever is outside learns nothing of the process", async () => {
    const founded = await table.post<DelegationView>("mediator", table.at("/delegations"), founding());
    expect(founded.status).toBe(200);
    expect((await table.post("north", table.at("/delegations"), founding())).status).toBe(403);
    for (const who of ["press", "nobody"] as const) {
      const there = await table.post(who, table.at("/delegations"), founding());
      const elsewhere = await table.post(who, "/processes/no-such-process/delegations", founding());
      expect(there.status).toBe(404);
      expect({ ...(there.body as object), request: "" }).toEqual({
        ...(elsewhere.body as object),
        request: "",
      });
    }
    expect((await list("south"))?.map((one) => one.id)).toContain(founded.body.id);
  });

  it("[R16] a discreet one is there for those it is known to and does not exist for others", async () => {
    const founded = await table.post<DelegationView>(
      "mediator",
      table.at("/delegations"),
      founding({ discreet: true, name: "Quiet envoy" }),
    );
    const { id, revision } = founded.body;
    expect((await list("mediator"))?.some((one) => one.id === id)).toBe(true);
    expect((await list("south"))?.some((one) => one.id === id)).toBe(false);
    const change = { command: command(), revision, change: { type: "close", reason: "over" } };
    expect((await table.post("south", table.at(`/delegations/${id}`), change)).status).toBe(404);
    expect((await table.post("mediator", table.at(`/delegations/${id}`), change)).status).toBe(200);
  });

  it("tells the second of two who change one thing, and gives one command once", async () => {
    const { delegations } = table;
    const [seen] = (await list("mediator"))!.filter((one) => one.id === delegations.north);
    const change = (type: object) => ({ command: command(), revision: seen!.revision, change: type });
    const seat = change({
      type: "seat",
      member: { name: "Ada Roe", function: "Envoy", lead: false, from: "2026-01-01", to: null },
    });
    const first = await table.post<DelegationView>("north", table.at(`/delegations/${seen!.id}`), seat);
    expect(first.body.members.map((member) => member.name)).toEqual(["Ada Roe"]);
    const again = await table.post("north", table.at(`/delegations/${seen!.id}`), seat);
    expect(again.body).toEqual(first.body);
    const second = await table.post(
      "mediator",
      table.at(`/delegations/${seen!.id}`),
      change({ type: "amend", amendment: { name: "North side" } }),
    );
    expect(second).toMatchObject({ status: 409, body: { code: "moved-on" } });
    expect((await list("south"))!.find((one) => one.id === seen!.id)!.name).toBe("Delegation north");
  });

  it("refuses what is not of the right form", async () => {
    for (const wrong of [{ capacity: "king" }, { name: "" }, { extra: 1 }, { mandate: "x".repeat(30_000) }])
      expect((await table.post("mediator", table.at("/delegations"), founding(wrong))).status).toBe(400);
  });
});
