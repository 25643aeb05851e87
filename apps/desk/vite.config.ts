import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** PARLEY_API names a running server to work against; without it the desk runs on fixtures. */
const server = process.env.PARLEY_API;

/** The API on fixtures, loaded through Vite itself so that it may import TypeScript. Never part of a build. */
const mockApi = (): Plugin => ({
  name: "parley-mock-api",
  apply: "serve",
  async configureServer(vite) {
    const { mockAnswers } = await vite.ssrLoadModule("/fixtures/mock-api.ts");
    vite.middlewares.use("/api", mockAnswers);
  },
});

/** What opens the desk without a line: its programs, its styles and the letters of the page's own language. */
const KEPT = /\.(js|css)$|-latin-[^/]*\.woff2$/;

/** `sw.js` with the names of the built files, and a version that is the hash of what it says. */
const serviceWorker = (): Plugin => ({
  name: "parley-service-worker",
  enforce: "post",
  apply: "build",
  generateBundle(_, bundle) {
    const built = Object.keys(bundle).filter((name) => KEPT.test(name));
    const files = JSON.stringify(["/index.html", ...built.sort().map((name) => `/${name}`)]);
    const page = Object.values(bundle).find(({ fileName }) => fileName === "index.html");
    const source = page?.type === "asset" ? String(page.source) : "";
    const version = createHash("sha256").update(files).update(source).digest("hex").slice(0, 16);
    const program = readFileSync(new URL("service-worker.js", import.meta.url), "utf8");
    this.emitFile({
      type: "asset",
      fileName: "sw.js",
      source: program.replace("__VERSION__", `desk-${version}`).replace('["__FILES__"]', files),
    });
  },
});

export default defineConfig({
  plugins: [react(), ...(server ? [] : [mockApi()]), serviceWorker()],
  build: {
    outDir: "dist",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    /** Fonts stay files: a data: address would need a hole in the content security policy. */
    assetsInlineLimit: 0,
    /** The contract's schemas are most of it, and every page needs them. */
    chunkSizeWarningLimit: 650,
  },
  server: server ? { proxy: { "/api": { target: server, changeOrigin: true } } } : {},
});
