/** Contacts in a browser, against a real server and the built desk: from the proposal to what came of it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ContactView } from "@parley/protocol";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESK_OFFICER } from "../apps/server/src/viewer.ts";
import { layTable, type Side, type Table, type Who } from "../apps/server/test/rooms.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const desk = createRequire(join(ROOT, "apps/desk/package.json"));
const AXE = readFileSync(desk.resolve("axe-core/axe.min.js"), "utf8");
let folder: string;
let table: Table;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-contacts-"));
  for (const made of ["apps/desk", "apps/server"]) mkdirSync(join(folder, made), { recursive: true });
  for (const same of ["db", "lexicons", "models"]) symlinkSync(join(ROOT, same), join(folder, same));
  await build({
    root: join(ROOT, "apps/desk"),
    logLevel: "warn",
    build: { outDir: join(folder, "apps/desk/dist"), emptyOutDir: true },
  });
  // The pages are the desk officer's; the test itself sends as whomever it names.
  table = await layTable({
    root: folder,
    recognise: async ({ headers }) => table?.viewers.get(headers["x-who"] as Who) ?? DESK_OFFICER,
  });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(async () => {
  await browser?.close();
  await table?.server.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const id = (side: Side) => table.delegations[side];
const command = () => crypto.randomUUID();
async function propose(title: string): Promise<ContactView> {
  const start = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const end = new Date(Date.parse(start) + 3_600_000).toISOString();
  const { body } = await table.post<ContactView>("officer", table.at("/contacts"), {
    ...{ command: command(), for: id("mediator"), type: "call", title, persons: [], times: [{ start, end }] },
    invited: (["north", "south"] as const).map((side) => ({ delegation: id(side), persons: [] })),
    ...{ zone: "Asia/Yerevan", place: null, join: null, agenda: [], topics: [], reminders: [] },
  });
  return body;
}
const stands = async (contact: string) =>
  (await table.ask<ContactView>("officer", table.at(`/contacts/${contact}`))).body;

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    ...{ timezoneId: "Europe/Paris", locale: "en-GB" },
  });
  const page = await context.newPage();
  await page.goto(`${table.server.address}/p/${table.process}${path}`);
  await page.locator("h1").waitFor();
  return page;
}

async function sound(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }),
  );
  expect(
    violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html).join(" ")}`),
  ).toEqual([]);
  const { wide, across } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    across: window.innerWidth,
  }));
  expect(wide).toBeLessThanOrEqual(across);
}

describe("a contact at the desk", () => {
  test("[R33] [R34] [R41] is proposed at a time that suits, answered, settled, and called off", async () => {
    const week = (days: number[]) => days.map((day) => ({ day, from: "09:00", to: "17:00" }));
    for (const [side, zone, days] of [
      ["north", "Asia/Jerusalem", [7, 1, 2, 3, 4]],
      ["south", "Europe/Zurich", [1, 2, 3, 4, 5]],
    ] as const)
      await table.post("officer", table.at(`/delegations/${id(side)}/working-times`), {
        ...{ command: command(), revision: "", times: { zone, week: week([...days]), off: [] } },
      });
    const page = await open("/contacts");
    await sound(page);
    await page.getByRole("link", { name: "Propose a contact" }).click();
    await page.getByLabel("Title").fill("Grazing on the left bank");
    for (const name of ["Delegation north", "Delegation south"])
      await page.getByLabel(name, { exact: true }).check();
    await page.getByText("Find times that suit everybody").click();
    const offered = page.getByRole("button", { name: /^Propose \w+ .*09:00$/ }).first();
    await offered.click();
    await sound(page);
    await page.getByLabel("Agenda, one item a line").fill("Dates\nFences");
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByRole("heading", { name: "Grazing on the left bank" }).waitFor();
    await page.getByRole("button", { name: "Write down their answer" }).first().click();
    await page.getByRole("button", { name: "Send the answer" }).click();
    await page.getByText("accepts", { exact: true }).first().waitFor();
    await page.getByRole("heading", { name: "Settle the time" }).waitFor();
    await sound(page);
    await page.locator(".settle .button").first().click();
    await page.locator(".page-over").getByText("agreed").waitFor();
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByLabel("Reason, which all who take part see").fill("Flood");
    await page.keyboard.press("Enter");
    await page.locator(".page-over").getByText("cancelled").waitFor();
    await page.getByText("cancelled it").waitFor();
    await page.getByRole("button", { name: "Take that back" }).click();
    await page.getByLabel("Reason, which all who take part see").fill("The water fell");
    await page.keyboard.press("Enter");
    await page.locator(".page-over").getByText("agreed").waitFor();
    await sound(page);
    await page.context().close();
  });

  test("[R43] two change it at once: the second is told, sees what stands and keeps what was typed", async () => {
    const contact = await propose("Market days");
    const [one, other] = [await open(`/contacts/${contact.id}`), await open(`/contacts/${contact.id}`)];
    for (const page of [one, other]) await page.getByRole("button", { name: "Change it" }).click();
    await one.getByLabel("Title").fill("Market days and tolls");
    // What the second page asks after the change of the first is answered late: it sends what it saw.
    await other.getByRole("textbox", { name: "Place" }).fill("The mill");
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    await other.route(`**/contacts/${contact.id}`, async (route) => {
      if (route.request().method() === "GET") await released;
      await route.continue();
    });
    await one.getByRole("button", { name: "Send the change" }).click();
    await one.getByRole("heading", { name: "Market days and tolls" }).waitFor();
    await other.getByRole("button", { name: "Send the change" }).click();
    await other.getByText("Somebody changed this meanwhile").waitFor();
    expect(await other.getByRole("textbox", { name: "Place" }).inputValue()).toBe("The mill");
    expect(await stands(contact.id)).toMatchObject({ title: "Market days and tolls", place: null });
    release();
    await other.getByRole("heading", { name: "Market days and tolls" }).waitFor();
    expect(await other.getByLabel("Title").inputValue()).toBe("Market days and tolls");
    await other.getByRole("button", { name: "Send the change" }).click();
    await other.getByText("The mill", { exact: true }).waitFor();
    expect(await stands(contact.id)).toMatchObject({ title: "Market days and tolls", place: "The mill" });
    for (const page of [one, other]) await page.context().close();
  });

  test("shows within a second what another side says, at 390 pixels too", async () => {
    const contact = await propose("Ferry times");
    const page = await open(`/contacts/${contact.id}`, 390);
    await page.getByText("no answer yet").first().waitFor();
    await sound(page);
    const started = Date.now();
    await table.post("north", table.at(`/contacts/${contact.id}`), {
      ...{ command: command(), for: id("north"), revision: contact.revision },
      change: { type: "answer", answer: "declined", suits: [], offers: [], reason: "Not this week" },
    });
    await page.getByText("“Not this week”").waitFor();
    expect(Date.now() - started).toBeLessThan(2_000);
    await page.context().close();
  });

  test("keeps one's own calendar address and working times", async () => {
    const page = await open("/contacts/times", 390);
    await page.getByRole("button", { name: "Make an address" }).click();
    await page.getByText("it is not shown again").waitFor();
    await sound(page);
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("button", { name: "Make an address" }).waitFor();
    await page.context().close();
  });
});
