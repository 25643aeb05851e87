/**
 * The product as a newcomer meets it: a fresh clone with an empty npm cache, `npm start`, and a browser.
 * The five real reports are read where ../shared is present; the sample process is looked at always.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SEEDS = join(ROOT, "..", "shared", "reports", "seeds");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const MINUTE = 60_000;

let folder: string;
let program: ChildProcess;
let browser: Browser;
let address: string;

/** `npm start` in the clone; resolves with the address it prints. */
function start(
  clone: string,
  cache: string,
): Promise<{ address: string; process: ChildProcess; said: () => string }> {
  const child = spawn("npm", ["start", "--", "--port", "0"], {
    cwd: clone,
    env: { ...process.env, npm_config_cache: cache, CI: "", DATABASE_URL: "" },
    detached: true,
  });
  let said = "";
  return new Promise((done, failed) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const found = /ready at (http:\/\/\S+)/.exec(said);
      if (found) done({ address: found[1]!, process: child, said: () => said });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => failed(new Error(`npm start ended with ${code}:\n${said}`)));
  });
}

/** Ends the whole group and waits until its last process is gone: npm leaves before the server has closed its files. */
async function stop(child: ChildProcess): Promise<void> {
  const alive = () => {
    try {
      return process.kill(-child.pid!, 0);
    } catch {
      return false;
    }
  };
  process.kill(-child.pid!, "SIGTERM");
  while (alive()) await new Promise((done) => setTimeout(done, 50));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-e2e-"));
  const clone = join(folder, "parley");
  execFileSync("git", ["clone", "--quiet", ROOT, clone]);
  const running = await start(clone, join(folder, "cache"));
  expect(running.said()).toMatch(/reading the sample process/);
  await stop(running.process);
  const began = Date.now();
  const again = await start(clone, join(folder, "cache"));
  expect(Date.now() - began, "second start under 3 s").toBeLessThan(3000 + 1500 /* npm itself */);
  program = again.process;
  address = again.address;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
}, 10 * MINUTE);

afterAll(async () => {
  await browser?.close();
  if (program) await stop(program);
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, width = 1440): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${address}${path}`);
  expect(errors).toEqual([]);
  return page;
}

const SAMPLE = "/p/nagorno-karabakh-2020-2023";

describe("the sample process", () => {
  test("shows contacts, agreements, allegations and both sides", async () => {
    const page = await open(SAMPLE);
    for (const heading of [/Contacts/i, /Agreements/i, /Alleged/i])
      await page.getByRole("heading", { name: heading }).first().waitFor();
    await page
      .getByText(/Pashinyan/)
      .first()
      .waitFor();
    await page.close();
  });

  test("does not scroll sideways on a narrow screen", async () => {
    for (const path of ["", "/timeline", "/occurrences", "/reports", "/actors", "/review", "/add"]) {
      const page = await open(SAMPLE + path, 390);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
      await page.close();
    }
  });
});

describe.skipIf(!existsSync(SEEDS))("the five real reports (../shared/reports/seeds)", () => {
  test("are added, and Mnatsakanyan's call is found with its quote", async () => {
    const page = await open(`${SAMPLE}/add`);
    const files = readdirSync(SEEDS).map((file) => join(SEEDS, file));
    await page.locator('input[type="file"]').first().setInputFiles(files);
    for (const file of files) await page.getByText(file.split("/").at(-1)!).first().waitFor();
    await page
      .getByText(/5 of 5/)
      .first()
      .waitFor({ timeout: MINUTE });
    await page.goto(`${address}${SAMPLE}/search?q=${encodeURIComponent("Mnatsa Kanyan")}`);
    const quote = page.getByText(/phone conversation with Azerbaijani Foreign Minister Bairamov/).first();
    await quote.waitFor();
    await page.goto(`${address}${SAMPLE}/occurrences?kind=contact&actor=person%3Azohrab-mnatsakanyan`);
    await page
      .getByText(/Sergey Lavrov/)
      .first()
      .waitFor();
    await page
      .getByText(/phone conversation with Azerbaijani Foreign Minister Bairamov/)
      .first()
      .click();
    await page.getByRole("heading", { name: /Accounts/i }).waitFor();
    await page
      .getByText(/Zohrab Mnatsakanyan/)
      .first()
      .waitFor();
    await page
      .getByText(/Mnatsa Kanyan/)
      .first()
      .waitFor();
    await page.close();
  });
});
