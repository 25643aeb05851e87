/** A shared installation with the desk as it is built, and browsers of their own for each person, with a passkey in it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import type { ServerOptions } from "../src/index.ts";
import { type Installation, share } from "./people.ts";
import { ROOT } from "./running.ts";

export interface Desks extends Installation {
  /** A browser that nobody used, with a device that verifies its person. */
  person(width?: number): Promise<{ page: Page; context: BrowserContext }>;
  close(): Promise<void>;
}

/** `more` reaches the server: another reader than the small one, say. */
export async function openDesks(more: Partial<ServerOptions> = {}): Promise<Desks> {
  const root = mkdtempSync(join(tmpdir(), "parley-desks-"));
  cpSync(join(ROOT, "db"), join(root, "db"), { recursive: true });
  for (const part of ["lexicons", "models"]) symlinkSync(join(ROOT, part), join(root, part));
  mkdirSync(join(root, "apps/desk"), { recursive: true });
  await build({
    root: join(ROOT, "apps/desk"),
    logLevel: "error",
    build: { outDir: join(root, "apps/desk/dist"), emptyOutDir: true },
  });
  const installation = await share({ root, ...more });
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  return {
    ...installation,
    async person(width = 1440) {
      const context = await browser.newContext({
        baseURL: installation.origin,
        viewport: { width, height: width < 600 ? 844 : 900 },
        locale: "en-GB",
      });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("WebAuthn.enable");
      await devtools.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
          ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
        },
      });
      return { page, context };
    },
    async close() {
      await browser.close();
      await installation.server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
