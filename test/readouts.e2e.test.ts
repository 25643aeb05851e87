/** Readouts in a browser, against a real server and the built desk: from the first words to a point that all confirm. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ContactView, ReadoutList } from "@parley/protocol";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESK_OFFICER } from "../apps/server/src/viewer.ts";
import { layTable, type Side, type Table } from "../apps/server/test/rooms.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const desk = createRequire(join(ROOT, "apps/desk/package.json"));
const AXE = readFileSync(desk.resolve("axe-core/axe.min.js"), "utf8");
let folder: string;
let table: Table;
let browser: Browser;
let contact: ContactView;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-readouts-"));
  for (const made of ["apps/desk", "apps/server"]) mkdirSync(join(folder, made), { recursive: true });
  for (const same of ["db", "lexicons", "models"]) symlinkSync(join(ROOT, same), join(folder, same));
  await build({
    root: join(ROOT, "apps/desk"),
    logLevel: "warn",
    build: { outDir: join(folder, "apps/desk/dist") },
  });
  // The pages are the desk officer's; the test itself asks as whomever it names.
  table = await layTable({
    root: folder,
    recognise: async ({ headers }) =>
      [...(table?.viewers ?? [])].find(([who]) => who === headers["x-who"])?.[1] ?? DESK_OFFICER,
  });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const { body } = await table.post<ContactView>("officer", table.at("/contacts"), {
    ...{ command: crypto.randomUUID(), for: id("mediator"), type: "call", title: "The call", persons: [] },
    invited: (["north", "south"] as const).map((side) => ({ delegation: id(side), persons: [] })),
    ...{ times: [], zone: "UTC", place: null, join: null, agenda: [], topics: [], reminders: [] },
  });
  contact = body;
});
afterAll(async () => {
  await browser?.close();
  await table?.server.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const id = (side: Side) => table.delegations[side];
const seenBy = async (who: "north" | "south" | "observer") =>
  (await table.ask<ReadoutList>(who, table.at("/readouts"))).body.publications;

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${table.server.address}/p/${table.process}${path}`);
  await page.locator("h1").waitFor();
  return page;
}
const someone = (width = 1280) =>
  browser.newContext({ viewport: { width, height: 900 }, timezoneId: "Asia/Yerevan", locale: "en-GB" });

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

async function write(page: Page, side: Side, text: string): Promise<void> {
  await page.getByLabel("Account of").selectOption({ label: `Delegation ${side}` });
  await page.getByRole("button", { name: "Write the readout" }).click();
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.getByRole("button", { name: "Approve", exact: true }).click();
}

describe("readouts at the desk", () => {
  test("[R70] [R73] [R76] are written, kept through a reload, approved, and published under an embargo", async () => {
    const context = await someone();
    const page = await open(context, `/contacts/${contact.id}`);
    await page.getByLabel("Account of").selectOption({ label: "Delegation north" });
    await page.getByRole("button", { name: "Write the readout" }).click();
    await page
      .getByLabel("Text", { exact: true })
      .fill("Ada called Bo on 2026-03-02. They agreed on 12 posts.");
    await page.getByLabel("Another language").fill("hy");
    await page.keyboard.press("Enter");
    await page.locator("textarea[lang=hy]").fill("Ադան զանգեց Բոյին։");
    await page.getByText("What the reader will find").click();
    await page.locator(".found-claims").getByText("Ada called Bo on 2026-03-02.").waitFor();
    await sound(page);

    await page.reload();
    await page.getByLabel("Account of").selectOption({ label: "Delegation north" });
    await page.getByRole("button", { name: "Write the readout" }).click();
    expect(await page.locator("textarea[lang=hy]").inputValue()).toBe("Ադան զանգեց Բոյին։");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("button", { name: "Submit for approval" }).click();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByLabel("To all who take part in the process").check();
    await page.locator("input[name=when-process]").nth(1).check();
    await page.getByLabel("Day and time in Asia/Yerevan").fill("2020-01-01T10:00");
    expect(await page.getByRole("button", { name: "Schedule it" }).isDisabled()).toBe(true);
    await page.getByLabel("Day and time in Asia/Yerevan").fill(`${new Date().getFullYear() + 1}-05-01T10:00`);
    await sound(page);
    await page.getByRole("button", { name: "Schedule it" }).click();
    await page.getByText("To the sides of this contact").waitFor();
    const [publication] = await seenBy("south");
    expect(publication!.texts.map(({ language }) => language)).toEqual(["en", "hy"]);
    expect(await seenBy("observer")).toEqual([]);
    const list = await open(context, "/readouts");
    await list.getByText(/in \d+ d/).waitFor();
    await sound(list);
    await context.close();
  });

  test("[R81] [R83] [R84] are compared point by point, and a point is put to the sides and confirmed", async () => {
    const context = await someone();
    const page = await open(context, `/contacts/${contact.id}`);
    await write(
      page,
      "south",
      "Ada called Bo on 2026-03-02. They agreed on 20 posts. The river was discussed.",
    );
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByRole("button", { name: "Publish it now" }).click();
    await page.getByText("how many: “12 posts” and “20 posts”").waitFor();
    await table.server.settled();
    await page.getByRole("button", { name: /^contradicted/ }).click();
    expect(await page.locator(".comparison tbody tr").count()).toBe(1);
    await page.getByLabel("Passed over by").selectOption({ label: "Delegation north (1)" });
    await page.getByRole("rowheader", { name: /river/ }).waitFor();
    await sound(page);

    await page.getByRole("button", { name: "Put to the sides…" }).click();
    await page
      .getByLabel("The point, as the sides are to confirm it")
      .fill("The river is to be discussed again.");
    await sound(page);
    await page.getByRole("button", { name: "Put it to the sides" }).click();
    await page.getByRole("button", { name: "Confirm", exact: true }).first().click();
    await page.getByText("Delegation north confirms").waitFor();
    await page.getByRole("button", { name: "Confirm in own words…" }).last().click();
    await page.getByLabel("In its own words").fill("The river comes next.");
    await page.getByRole("button", { name: "Confirm", exact: true }).last().click();
    await page.getByText("confirmed by all").waitFor();
    await sound(page);
    const quote = page.locator(".comparison td blockquote a").first();
    await quote.click();
    await page.waitForURL(/\/reports\//);
    await context.close();
  });

  test("everything of it is there on a narrow page", async () => {
    const context = await someone(390);
    const page = await open(context, `/contacts/${contact.id}`);
    await page.locator(".comparison table").waitFor();
    await sound(page);
    await context.close();
  });
});
