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

export default defineConfig({
  plugins: [react(), ...(server ? [] : [mockApi()])],
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
