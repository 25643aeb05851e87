/**
 * The whole of it, each person in a browser of their own: the mediator convenes a ministers' meeting of three, both
 * sides accept, it is held, their readouts differ, and a delegation that was not there sees what it should and no more.
 */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desks, openDesks } from "./desk.ts";
import { command, ROOT } from "./running.ts";

let desks: Desks;
let process: string;
let meeting: string;
const people: Record<string, Page> = {};
const delegations: Record<string, string> = {};
/** YYYY-MM-DD, so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TITLE = "Ministers on the harbour of Vell";

beforeAll(async () => {
  desks = await openDesks({ worker: join(ROOT, "apps/server/dist/read-worker.js") });
  const administrator = await comeIn("Ada Min", desks.server.firstAdministrator!);
  const { link } = await post<{ link: string }>(administrator, "/administration/invitations", {
    ...{ name: "Mia Diator", administrator: false, opens: true, days: 1 },
  });
  const mia = await comeIn("Mia Diator", link);
  const opening = { name: "Harbour talks", description: "", parties: [], mediators: [] };
  process = (await post<{ id: string }>(mia, "/processes", opening)).id;
  for (const [name, capacity, head] of [
    ["Norland", "party", "Nora Berg"],
    ["Sudania", "party", "Sami Dahl"],
    ["Union observers", "observer", "Otto Server"],
  ] as const) {
    const founding = { name, capacity, represents: [], mandate: "", together: [], discreet: false };
    const { id } = await post<{ id: string }>(mia, `/processes/${process}/delegations`, founding);
    delegations[name] = id;
    const seat = { name: head, function: "", lead: true, from: null, to: null, days: 1 };
    const invitation = await post<{ link: string }>(
      mia,
      `/processes/${process}/delegations/${id}/invitations`,
      seat,
    );
    await comeIn(head, invitation.link);
  }
}, 300_000);
afterAll(() => desks?.close());

async function comeIn(name: string, link: string): Promise<Page> {
  const { page } = await desks.person();
  people[name] = page;
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Accept with a passkey" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  return page;
}

/** With the cookies of that person's browser. */
async function post<T>(page: Page, path: string, body: object): Promise<T> {
  const answer = await page.request.post(`${desks.origin}/api${path}`, {
    data: { command: command(), ...body },
    headers: { origin: desks.origin },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as T;
}

const at = (path: string) => `/p/${process}${path}`;
const [mia, nora, sami, otto] = ["Mia Diator", "Nora Berg", "Sami Dahl", "Otto Server"].map(
  (name) => () => people[name]!,
) as [() => Page, () => Page, () => Page, () => Page];

it("is convened by the mediator, with both sides invited", async () => {
  const page = mia();
  await page.goto(at("/contacts/new"));
  await page.getByLabel("What it is").selectOption("ministers-meeting");
  await page.getByLabel("Title").fill(TITLE);
  await page.getByRole("checkbox", { name: "Norland" }).check();
  await page.getByRole("checkbox", { name: "Sudania" }).check();
  await page.getByLabel(/^Day/).first().fill(dayIn(2));
  await page.getByLabel(/^From/).first().fill("10:00");
  await page.getByLabel(/^To/).first().fill("12:00");
  await page.locator("form.contact-form button[type=submit]").click();
  await page.getByRole("heading", { name: TITLE }).waitFor();
  meeting = new URL(page.url()).pathname;
});

it("awaits both sides, who accept from their first page, and the mediator settles the time", async () => {
  for (const page of [nora(), sami()]) {
    await page.goto(at("/today"));
    await page.getByText("Answer the invitation").waitFor();
    await page.getByRole("link", { name: TITLE }).click();
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await page.getByRole("button", { name: "Send the answer" }).click();
    await page.getByRole("button", { name: "Send the answer" }).waitFor({ state: "detached" });
  }
  const page = mia();
  await page.goto(at("/today"));
  await page.getByText("Settle the time").waitFor();
  await page.getByRole("link", { name: TITLE }).click();
  await page.locator(".settle button").first().click();
  await nora().getByText("settled").first().waitFor();
});

it("is held, and the mediator notes who came", async () => {
  const page = mia();
  await page.getByRole("button", { name: "It was held" }).click();
  // It was brought forward: nothing is held before its time.
  await page.getByLabel(/^Day/).fill(dayIn(-1));
  await page.getByRole("button", { name: "Note that it was held" }).click();
  await nora().getByRole("heading", { name: "Who came" }).waitFor();
});

async function publish(page: Page, words: { title: string; text: string; to: RegExp }): Promise<void> {
  await page.goto(meeting);
  await page.getByRole("button", { name: /write/i }).first().click();
  await page.locator("input[id$=-title]").first().fill(words.title);
  await page.locator("textarea[id$=-text]").first().fill(words.text);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  if (
    await dialog
      .getByRole("checkbox", { name: /To the/ })
      .first()
      .isChecked()
  )
    await dialog.getByRole("checkbox").first().uncheck();
  await dialog.getByRole("checkbox", { name: words.to }).check();
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
}

const NORTH = {
  title: "Minister Berg on the meeting in Vell",
  text: `On ${dayIn(-1)} the foreign ministers met in Vell. They agreed to release the crew of the Tern by 1 December. Norland stands by a joint pilot service.`,
};
const SOUTH = {
  title: "Minister Dahl met his colleague",
  text: `On ${dayIn(-1)} the foreign ministers met in Vell. They did not agree to release the crew of the Tern. Sudania asks for lower pilotage fees.`,
};

it("is told of by both sides, and the draft of one is not there for the other", async () => {
  await nora().goto(meeting);
  await nora().getByRole("button", { name: /write/i }).first().click();
  await nora().locator("input[id$=-title]").first().fill(NORTH.title);
  await nora().locator("textarea[id$=-text]").first().fill(NORTH.text);
  await nora().getByRole("button", { name: "Save the draft" }).click();
  await nora().getByRole("button", { name: "Submit for approval" }).waitFor();
  for (const page of [sami(), mia(), otto()]) {
    const list = await page.request.get(`${desks.origin}/api/processes/${process}/readouts`);
    expect(await list.text()).not.toContain("Berg");
  }
  await sami().goto(meeting);
  await sami().getByText("No account of it yet").waitFor();
});

it("goes out: one to all who take part, one to the sides alone, and the accounts are compared", async () => {
  const page = nora();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await goOut(page, /in the process/i);
  await publish(sami(), { ...SOUTH, to: /sides/i });
  await desks.server.round();
  await desks.server.settled();
  const mediator = mia();
  await mediator.goto(meeting);
  await mediator.getByText("2 accounts").waitFor();
  await mediator.getByText("lower pilotage fees").first().waitFor();
  await mediator.getByText("joint pilot service").first().waitFor();
  const folder = globalThis.process.env.PARLEY_SHOTS;
  if (folder) await mediator.screenshot({ path: join(folder, "ministers.png"), fullPage: true });
}, 120_000);

async function goOut(page: Page, to: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  const first = dialog.getByRole("checkbox").first();
  if (await first.isChecked()) await first.uncheck();
  await dialog.getByRole("checkbox", { name: to }).check();
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
}

it("shows the observers, who were not there, the one readout that is for them and nothing else", async () => {
  const page = otto();
  await page.goto(at("/contacts"));
  await page.getByText("No contacts yet").waitFor();
  await page.goto(meeting);
  await page.getByText("Nothing here").first().waitFor();
  await page.goto(at("/today"));
  await page.getByRole("heading", { name: "Today" }).waitFor();
  expect(await page.getByText(TITLE).count()).toBe(0);
  const reports = await page.request.get(`${desks.origin}/api/processes/${process}/documents`);
  const told = await reports.text();
  expect(told).toContain(NORTH.title);
  expect(told).not.toContain(SOUTH.title);
  const found = await page.request.get(`${desks.origin}/api/search?q=pilotage`);
  expect(await found.text()).not.toContain("pilotage fees");
});
