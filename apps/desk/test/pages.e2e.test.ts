/** Every page of the desk on its fixtures, in a real browser: accessible, no wider than the screen, quick, judged by keys. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PROCESS = "/p/nagorno-karabakh";

const PAGES = [
  "/",
  PROCESS,
  "/p/empty",
  `${PROCESS}/timeline`,
  `${PROCESS}/timeline?lanes=actor`,
  `${PROCESS}/occurrences`,
  `${PROCESS}/occurrences/o-su25`,
  `${PROCESS}/occurrences/o-trilateral`,
  `${PROCESS}/occurrences/nothing`,
  `${PROCESS}/reports`,
  `${PROCESS}/reports/d-moscow-calls?claim=c3`,
  `${PROCESS}/reports/d-translated?claim=c58`,
  `${PROCESS}/reports/d-unread`,
  `${PROCESS}/actors`,
  `${PROCESS}/actors/person:zohrab-mnatsakanyan`,
  `${PROCESS}/delegations`,
  `${PROCESS}/names`,
  `${PROCESS}/review`,
  `${PROCESS}/add`,
  `${PROCESS}/search?q=Lavrov`,
  `${PROCESS}/search?q=zzz`,
];

let server: ViteDevServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = await createServer({
    root: ROOT,
    configFile: resolve(ROOT, "vite.config.ts"),
    server: { port: 0 },
  });
  await server.listen();
  address = server.resolvedUrls!.local[0]!.replace(/\/$/u, "");
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string, page: Page): Promise<void> {
  await page.goto(address + path);
  await page.locator("main h1").first().waitFor();
  await page.locator(".loading").waitFor({ state: "detached" });
}

/** What axe-core finds wrong on the page as it stands: rule and first place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run: (node: Node) => Promise<AxeResults> } }).axe.run(document),
  );
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(" ")}`);
}

describe.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const)("%s, %d px wide", (colorScheme, width) => {
  test.each(PAGES)("%s", async (path) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await open(path, page);
    expect(await violations(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.close();
  });
});

test("an occurrence is accepted and taken back by keys", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open(`${PROCESS}/occurrences/o-call-aze`, page);
  await page.waitForTimeout(200);
  await page.keyboard.press("a");
  await page.locator(".judgement-form").waitFor();
  await page.keyboard.type("the ministry's own statement");
  await page.keyboard.press("Enter");
  await page.getByText("Stands as accepted").waitFor();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.keyboard.type("too early");
  await page.keyboard.press("Enter");
  await page.getByText("Stands as not judged yet").waitFor();
  expect(await page.locator(".judgement-history li").count()).toBe(2);
  await page.close();
});

test("a claim asked for in the address is chosen, and tells who says it", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open(`${PROCESS}/reports/d-moscow-calls?claim=c3`, page);
  const chain = await page.locator(".claim-card .attribution-chain .link-name").allTextContents();
  expect(chain).toEqual(["Volga Courier", "Interfax", "Foreign Ministry of Russia", "Sergey Lavrov"]);
  await page.close();
});

test("a report read in translation shows the English beside the paragraph pointed at", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open(`${PROCESS}/reports/d-translated`, page);
  await page.locator(".evidence").first().hover();
  const english = page.locator(".claim-card .english-text");
  expect(await english.textContent()).toMatch(/^The Russian Foreign Ministry voiced.*the statement says\.$/);
  expect(await english.locator("[data-chosen]").textContent()).toMatch(/Lachin corridor$/);
  await english.getByText("has been closed").hover();
  expect(await english.locator("[data-chosen]").textContent()).toMatch(/^The only road/);
  expect(await page.locator(".evidence[data-chosen]").textContent()).toMatch(/^МИД России/);
  expect(await page.locator(".claim-card").textContent()).toContain("LibreTranslate at translate.example");
  await page.locator(".evidence").nth(1).locator("[data-stop]").last().click();
  expect(await page.locator(".claim-card .proposed").textContent()).toContain("qwen3:14b at llm.example");
  await page.getByRole("button", { name: "English under every paragraph" }).click();
  expect(await page.locator(".translated .in-english").count()).toBe(3);
  await page.close();
});

/** A picture every 50 ms is where movement begins to stutter; the middle one must be far quicker. */
test("twenty thousand occurrences are dragged and zoomed without stutter", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open("/p/many/timeline", page);
  const box = (await page.locator("canvas").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const gaps = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const seen: number[] = [];
        let last = performance.now();
        const frame = (now: number) => {
          seen.push(now - last);
          last = now;
          if (seen.length < 150) requestAnimationFrame(frame);
          else done(seen.slice(2));
        };
        requestAnimationFrame(frame);
      }),
  );
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, turn < 15 ? -60 : 60);
  await page.keyboard.up("Control");
  await page.mouse.down();
  for (let step = 0; step < 30; step++) await page.mouse.move(box.x + box.width / 2 - step * 12, box.y + 60);
  await page.mouse.up();
  const sorted = (await gaps).sort((left, right) => left - right);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(34);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(50);
  await page.close();
});
