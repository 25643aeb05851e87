/** The first administrator, a convener, two parties and their members, each in a browser of their own with a passkey. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desks, openDesks } from "./desk.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let desks: Desks;
const pages: Record<string, Page> = {};
beforeAll(async () => {
  desks = await openDesks();
}, 300_000);
afterAll(() => desks?.close());

/** What axe-core finds wrong on the page as it stands. PARLEY_SHOTS names a folder for pictures. */
async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run: (node: Node) => Promise<AxeResults> } }).axe.run(document),
  );
  for (const one of found.violations) faults.push(`${name}: ${one.id} ${one.nodes[0]?.target.join(" ")}`);
  const folder = process.env.PARLEY_SHOTS;
  if (!folder) return;
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}-390.png`) });
  await page.setViewportSize({ width, height });
}

/** A page that reports what the browser refuses: nothing of it may break the content security policy. */
async function newPerson(name: string): Promise<Page> {
  const { page } = await desks.person();
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(`${name}: ${message.text()}`);
  });
  pages[name] = page;
  return page;
}
const refused: string[] = [];
const faults: string[] = [];

async function take(name: string, link: string): Promise<Page> {
  const page = await newPerson(name);
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  if (name === "Nora North") await shot(page, "invitation");
  await page.getByRole("button", { name: "Accept with a passkey" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  expect((await page.locator(".shown-once pre").textContent())!.split("\n")).toHaveLength(10);
  if (name === "Nora North") await shot(page, "recovery-codes");
  await page.getByRole("button", { name: /go on/i }).click();
  return page;
}

const linkOn = (page: Page) =>
  page
    .locator(".shown-once pre")
    .textContent()
    .then((text) => text!);

it("makes the first administrator, who invites a convener", async () => {
  const adm = await take("Ada Min", desks.server.firstAdministrator!);
  await adm.getByRole("button", { name: /Ada Min/ }).click();
  await shot(adm, "self-menu");
  await adm.getByRole("menuitem", { name: "Administration" }).click();
  await adm.getByLabel("Name", { exact: true }).fill("Con Vener");
  await adm.getByRole("button", { name: "Make an invitation" }).click();
  const link = await linkOn(adm);
  await shot(adm, "administration");
  await take("Con Vener", link);
});

it("lets the convener open a process, found two parties and invite their heads", async () => {
  const convener = pages["Con Vener"]!;
  await convener.getByText("Create a process").click();
  await convener.getByLabel("Name", { exact: true }).fill("River talks");
  await convener.getByRole("button", { name: "Create process" }).click();
  await convener.getByRole("link", { name: "Delegations" }).first().click();
  await convener.getByText("Secretariat").first().waitFor();
  for (const [side, head] of [
    ["Delegation of the North", "Nora North"],
    ["Delegation of the South", "Sam South"],
  ] as const) {
    await convener.getByText("Found a delegation").click();
    const form = convener.locator("details.new-process");
    await form.getByLabel("Name", { exact: true }).fill(side);
    await form.getByRole("button", { name: "Found it" }).click();
    await convener.getByRole("heading", { name: side }).waitFor();
    const invite = convener.locator("section", { hasText: "Invite to this delegation" });
    await invite.getByLabel("Name", { exact: true }).fill(head);
    await invite.getByLabel(/leads the delegation/).check();
    await invite.getByRole("button", { name: "Make an invitation" }).click();
    const link = await linkOn(convener);
    if (head === "Nora North") await shot(convener, "delegation");
    await take(head, link);
    await convener.getByRole("link", { name: "Delegations" }).first().click();
    await convener.getByText("Found a delegation").waitFor();
  }
  await shot(convener, "delegations");
});

it("shows each side the delegations, its own members to invite and nothing of the other's to change", async () => {
  const nora = pages["Nora North"]!;
  await nora.getByRole("heading", { name: "River talks" }).waitFor();
  await nora.getByRole("link", { name: "Delegations" }).first().click();
  await nora.getByRole("link", { name: "Delegation of the North" }).click();
  await nora.getByText("Invite to this delegation").waitFor();
  await nora.getByRole("link", { name: "Delegations" }).first().click();
  await nora.getByRole("link", { name: "Delegation of the South" }).click();
  await nora.getByRole("heading", { name: "Delegation of the South" }).waitFor();
  expect(await nora.getByText("Invite to this delegation").count()).toBe(0);
  expect(await nora.getByText("Change it").count()).toBe(0);
  expect(await nora.getByRole("button", { name: /End the seat/ }).count()).toBe(0);
});

it("has a bar of five at the foot of a narrow page, and the rest behind its last", async () => {
  const nora = pages["Nora North"]!;
  await nora.setViewportSize({ width: 390, height: 844 });
  expect(await nora.locator(".nav-bar > li").count()).toBe(5);
  expect(await nora.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await nora.getByRole("button", { name: "More" }).click();
  const sheet = nora.getByRole("dialog");
  await sheet.getByRole("link", { name: "Review" }).waitFor();
  const folder = process.env.PARLEY_SHOTS;
  if (folder) await nora.screenshot({ path: join(folder, "more-390.png") });
  await sheet.getByRole("link", { name: "Actors" }).click();
  await nora.getByRole("heading", { name: "Actors" }).waitFor();
  await sheet.waitFor({ state: "detached" });
  await nora.setViewportSize({ width: 1440, height: 900 });
});

it("calls a place by the own delegation's name among itself alone", async () => {
  const nora = pages["Nora North"]!;
  await nora.getByRole("link", { name: "Delegations" }).first().click();
  await nora.getByRole("link", { name: "What parties and places are called" }).click();
  await nora.getByLabel("What: id").fill("place:hill");
  await nora.getByLabel("Is called").fill("Northern Hill");
  await nora.getByRole("button", { name: "Call it so" }).click();
  await nora.locator(".plain-list bdi", { hasText: "Northern Hill" }).waitFor();
  await shot(nora, "names");
  const sam = pages["Sam South"]!;
  await sam.goto(nora.url());
  await sam.getByText("Everything is called as the lexicon does").waitFor();
});

it("shows the administrator no process, and nobody at all anything but the ways in", async () => {
  const process = new URL(pages["Nora North"]!.url()).pathname.split("/")[2]!;
  const adm = pages["Ada Min"]!;
  await adm.goto("/");
  await adm.getByText("No process yet").waitFor();
  expect(await adm.getByText("Create a process").count()).toBe(0);
  await adm.goto(`/p/${process}`);
  await adm.getByText("Nothing here").first().waitFor();
  const stranger = await newPerson("stranger");
  await stranger.goto(`/p/${process}`);
  await stranger.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
  await shot(stranger, "sign-in");
});

it("signs out, and in again with the passkey at the address one came to", async () => {
  const sam = pages["Sam South"]!;
  const where = sam.url();
  await sam.getByRole("button", { name: /Sam South/ }).click();
  await sam.getByRole("menuitem", { name: "Sign out" }).click();
  await sam.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
  await sam.goto(where);
  await sam.getByRole("button", { name: "Sign in with a passkey" }).click();
  await sam.getByRole("heading", { name: "Names" }).waitFor();
  expect(sam.url()).toBe(where);
});

it("keeps what was typed while the session ends, and goes on after signing in", async () => {
  const sam = pages["Sam South"]!;
  await sam.getByLabel("Is called").fill("Southern Hill");
  await sam.getByLabel("What: id").fill("place:hill");
  await sam.context().clearCookies();
  await sam.getByRole("button", { name: "Call it so" }).click();
  await sam.getByRole("heading", { name: "Sign in again" }).waitFor();
  await shot(sam, "sign-in-again");
  await sam.getByRole("dialog").getByRole("button", { name: "Sign in with a passkey" }).click();
  await sam.getByRole("dialog").waitFor({ state: "detached" });
  expect(await sam.getByLabel("Is called").inputValue()).toBe("Southern Hill");
  await sam.getByRole("button", { name: "Call it so" }).click();
  await sam.locator(".plain-list bdi", { hasText: "Southern Hill" }).waitFor();
});

it("takes a seat away, and with it the sight of an open page", async () => {
  const [convener, sam] = [pages["Con Vener"]!, pages["Sam South"]!];
  await convener.getByRole("link", { name: "Delegation of the South" }).click();
  await convener.getByRole("button", { name: "End the seat of Sam South" }).click();
  await convener.getByText("Nobody sits here now.").waitFor();
  await sam
    .getByText("Nothing here")
    .or(sam.getByText("No process yet"))
    .first()
    .waitFor({ timeout: 15_000 });
});

it("shows the account with its keys, sessions, tokens and log", async () => {
  const nora = pages["Nora North"]!;
  await nora.goto("/account");
  await nora.getByRole("button", { name: "Remove First passkey" }).waitFor();
  await nora.getByText("Make a token").click();
  await nora.getByLabel("What it is for").fill("nightly export");
  await nora.getByRole("button", { name: "Make it" }).click();
  expect(await linkOn(nora)).toMatch(/^parley_/);
  await nora.getByRole("button", { name: "Choose a password" }).click();
  await nora.locator(".one-time-secret svg").waitFor();
  await shot(nora, "account");
});

it("has no page that axe-core finds fault with", () => {
  expect(faults).toEqual([]);
});

it("asks the browser for nothing that its policy refuses", () => {
  expect(refused).toEqual([]);
});
