import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./style/index.css";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Failure } from "./api/client.ts";
import { startTheme } from "./parts/theme.ts";
import { router } from "./router.tsx";

/** A session that is over is noticed by the first request it refuses; the door then asks who is here. */
const onError = (error: Error) => {
  if (error instanceof Failure && error.code === "signed-out")
    void client.invalidateQueries({ queryKey: ["me"] });
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      /** Asked even where the browser thinks that there is no line: a server on the same machine answers. */
      networkMode: "always",
      /** A refusal stays a refusal; only a silent server is asked again. */
      retry: (count, error) => error instanceof Failure && error.code === "offline" && count < 2,
    },
    /** What cannot be done now is said now, and not done at some later time by itself. */
    mutations: { networkMode: "always" },
  },
});

startTheme();
void import("./rooms/channels/outbox.ts").then(({ startOutbox }) => startOutbox(client));
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js");
createRoot(document.getElementById("desk")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
