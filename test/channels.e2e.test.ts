/** Channels in a browser, against a real server and the built desk: written without a line, sent once, seen at once. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESK_OFFICER } from "../apps/server/src/viewer.ts";
import { png } from "../apps/server/test/bytes.ts";
import { layTable, type Side, type Table, type Who } from "../apps/server/test/rooms.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
let folder: string;
let table: Table;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-channels-"));
  for (const made of ["apps/desk", "apps/server"]) mkdirSync(join(folder, made), { recursive: true });
  for (const same of ["db", "lexicons", "models", "apps/server/dist"])
    symlinkSync(join(ROOT, same), join(folder, same));
  // As it is installed: what a test environment builds has no service worker.
  execFileSync(
    process.execPath,
    [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--outDir", join(folder, "apps/desk/dist")],
    { cwd: join(ROOT, "apps/desk"), env: { ...process.env, NODE_ENV: "production" }, stdio: "pipe" },
  );
  // Requests that pass a service worker lose the headers a test gives them, and keep their cookies.
  table = await layTable({
    root: folder,
    recognise: async ({ headers }) => {
      const who = headers["x-who"] ?? /who=([\w-]+)/.exec(headers.cookie ?? "")?.[1] ?? "officer";
      return table?.viewers.get(who as Who) ?? DESK_OFFICER;
    },
  });
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  await table?.server.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

interface Seat {
  context: BrowserContext;
  page: Page;
  errors: string[];
}

async function sit(who: Who, path: string, width = 1280): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies([{ name: "who", value: who, url: table.server.address }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${table.server.address}/p/${table.process}${path}`);
  return { context, page, errors };
}
const id = (side: Side) => table.delegations[side];
async function open(name: string, others: Side[], kind = "shuttle"): Promise<string> {
  const { body } = await table.post<{ id: string }>("mediator", table.at("/channels"), {
    ...{ kind, name, retention: { days: null }, readsShown: true, command: crypto.randomUUID() },
    ...{ for: id("mediator"), delegations: others.map(id) },
  });
  return body.id;
}
const said = async (channel: string) =>
  (
    await table.ask<{ messages: { text: string; author: string }[] }>(
      "officer",
      table.at(`/channels/${channel}/messages`),
    )
  ).body.messages.map(({ text }) => text);
const field = (page: Page) => page.getByRole("textbox", { name: "Message", exact: true });
async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Control+Enter");
}

describe("a channel", () => {
  test("[R54] what one writes the other sees without doing anything", async () => {
    const channel = await open("Plenary", ["north", "south"], "joint");
    const [mediator, north] = [
      await sit("mediator", `/channels/${channel}`),
      await sit("north", `/channels/${channel}`),
    ];
    await field(north.page).waitFor();
    await write(mediator.page, "Good morning.\nShall we begin?");
    await north.page.getByText("Shall we begin?").waitFor({ timeout: 5000 });
    await mediator.page.getByText("Shall we begin?").waitFor();
    expect(await said(channel)).toEqual(["Good morning.\nShall we begin?"]);
    expect([...mediator.errors, ...north.errors]).toEqual([]);
    await mediator.context.close();
    await north.context.close();
  });

  test("[R61] a picture is attached, shown beside its message and saved as a file", async () => {
    const channel = await open("Pictures", ["north"]);
    const { page, context } = await sit("mediator", `/channels/${channel}`);
    await page
      .locator('.composer input[type="file"]')
      .setInputFiles({ name: "bridge.png", mimeType: "text/html", buffer: png() });
    await write(page, "The bridge this morning");
    const picture = page.locator(".message-files img");
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "bridge.png" }).click();
    expect((await download).suggestedFilename()).toBe("bridge.png");
    await page
      .locator('.composer input[type="file"]')
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
    await write(page, "this one is no picture");
    await page.getByText("Taken are PDF").waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => page.locator("[data-waiting]").count()).toBe(0);
    expect(await said(channel)).toEqual(["The bridge this morning"]);
    await context.close();
  });

  test("[R57] the mediator carries a message on in its own words", async () => {
    const [from, to] = [await open("From", ["north"]), await open("To the other side", ["south"])];
    await table.post("north", table.at(`/channels/${from}/messages`), {
      ...{ command: crypto.randomUUID(), for: id("north"), thread: null, language: null, files: [] },
      text: "We could open the road.",
    });
    const { page, context } = await sit("mediator", `/channels/${from}`);
    await page.getByText("We could open the road.").hover();
    await page.getByRole("button", { name: "Carry…" }).click();
    await page.getByRole("combobox", { name: "To" }).selectOption({ label: "To the other side" });
    await page.getByLabel("Your words").fill("There may be movement on the road.");
    await page.getByRole("button", { name: "Carry it" }).click();
    await page.getByText("only you see this").waitFor();
    expect(await said(to)).toEqual(["There may be movement on the road."]);
    await context.close();
  });

  test("[R63] written without a line it waits, over a reload, stays editable, and is sent once and in order", async () => {
    const channel = await open("Far away", ["north"]);
    const { page, context, errors } = await sit("mediator", `/channels/${channel}`);
    await write(page, "before the line broke");
    await expect.poll(() => said(channel), { timeout: 10_000 }).toEqual(["before the line broke"]);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    for (const text of ["first", "second", "third", "not this"]) await write(page, text);
    const waiting = page.locator("[data-waiting]");
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(4);

    await page.reload();
    await page.getByText("No line to the server").waitFor({ timeout: 20_000 });
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(4);
    await waiting.nth(1).getByRole("button", { name: "Edit" }).click();
    await waiting.nth(1).getByRole("textbox").fill("second, better");
    await waiting.nth(1).getByRole("button", { name: "Keep this" }).click();
    await waiting.nth(3).getByRole("button", { name: "Discard" }).click();
    await write(page, "written after the reload");
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(4);
    expect(await said(channel)).toEqual(["before the line broke"]);

    await context.setOffline(false);
    const all = ["before the line broke", "first", "second, better", "third", "written after the reload"];
    await expect.poll(() => said(channel), { timeout: 40_000 }).toEqual(all);
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(0);
    await page.reload();
    await page.getByText("written after the reload").waitFor();
    expect(await said(channel)).toEqual(all);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("[R63] sent without an answer, it is sent again and is one message", async () => {
    const channel = await open("Half a line", ["north"]);
    const { page, context } = await sit("mediator", `/channels/${channel}`);
    await field(page).waitFor();
    let lost = 0;
    await page.route("**/channels/*/messages", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost++;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await write(page, "once and only once");
    await expect.poll(() => lost).toBe(1);
    await expect.poll(() => page.locator("[data-waiting]").count(), { timeout: 20_000 }).toBe(0);
    expect(await said(channel)).toEqual(["once and only once"]);
    await context.close();
  });

  test("[R63] what one person wrote is not sent by the next who uses the browser", async () => {
    const channel = await open("Two people", ["north"]);
    const { page, context } = await sit("mediator", `/channels/${channel}`);
    await field(page).waitFor();
    await page.route("**/channels/*/messages", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status: 401,
            json: { code: "signed-out", message: "Sign in first.", request: "r" },
          })
        : route.continue(),
    );
    await write(page, "kept for me");
    await page.getByText("sign in again and it is sent").waitFor();
    await page.route("**/api/me", async (route) => {
      const answer = await route.fetch();
      const me = (await answer.json()) as { person: object };
      await route.fulfill({ json: { ...me, person: { ...me.person, id: "somebody-else" } } });
    });
    await page.unroute("**/channels/*/messages");
    await page.reload();
    await field(page).waitFor();
    await page.waitForTimeout(1500);
    expect(await page.locator("[data-waiting]").count()).toBe(0);
    expect(await said(channel)).toEqual([]);
    await context.close();
  });

  test("is no wider than a narrow screen", async () => {
    const channel = await open("Narrow", ["north"]);
    for (const path of ["/channels", `/channels/${channel}`]) {
      const { page, context } = await sit("mediator", path, 390);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
      await context.close();
    }
  });
});
