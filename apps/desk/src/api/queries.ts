/** One query per address. Everything a process shows hangs under ["process", id], so that one live message renews it. */
import {
  ActorPage,
  ActorView,
  DocumentPage,
  DocumentView,
  Job,
  Judgement,
  type NewDocuments,
  type NewJudgement,
  type NewProcess,
  OccurrencePage,
  OccurrenceView,
  Overview,
  Process,
  SearchAnswer,
  Timeline,
} from "@parley/protocol";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ask, queryString } from "./client.ts";

const at = (process: string, rest = "") => `/processes/${encodeURIComponent(process)}${rest}`;

export const processesQuery = queryOptions({
  queryKey: ["processes"],
  queryFn: ({ signal }) => ask("/processes", z.object({ processes: z.array(Process) }), { signal }),
});

export const overviewQuery = (process: string) =>
  queryOptions({
    queryKey: ["process", process, "overview"],
    queryFn: ({ signal }) => ask(at(process), Overview, { signal }),
  });

export const timelineQuery = (process: string) =>
  queryOptions({
    queryKey: ["process", process, "timeline"],
    queryFn: ({ signal }) => ask(at(process, "/timeline"), Timeline, { signal }),
  });

export interface OccurrenceFilter {
  kind?: string | undefined;
  status?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  judgement?: string | undefined;
  background?: string | undefined;
}

export const occurrencesQuery = (process: string, filter: OccurrenceFilter) =>
  infiniteQueryOptions({
    queryKey: ["process", process, "occurrences", filter],
    queryFn: ({ signal, pageParam }) =>
      ask(at(process, `/occurrences${queryString({ ...filter, after: pageParam })}`), OccurrencePage, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const reviewQuery = (process: string) =>
  infiniteQueryOptions({
    queryKey: ["process", process, "review"],
    queryFn: ({ signal, pageParam }) =>
      ask(at(process, `/review${queryString({ after: pageParam })}`), OccurrencePage, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const documentsQuery = (process: string) =>
  infiniteQueryOptions({
    queryKey: ["process", process, "documents"],
    queryFn: ({ signal, pageParam }) =>
      ask(at(process, `/documents${queryString({ after: pageParam })}`), DocumentPage, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const actorsQuery = (process: string) =>
  infiniteQueryOptions({
    queryKey: ["process", process, "actors"],
    queryFn: ({ signal, pageParam }) =>
      ask(at(process, `/actors${queryString({ after: pageParam, limit: 100 })}`), ActorPage, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const documentQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["process", process, "document", id],
    queryFn: ({ signal }) =>
      ask(at(process, `/documents/${encodeURIComponent(id)}`), DocumentView, { signal }),
  });

export const occurrenceQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["process", process, "occurrence", id],
    queryFn: ({ signal }) =>
      ask(at(process, `/occurrences/${encodeURIComponent(id)}`), OccurrenceView, { signal }),
  });

export const actorQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["process", process, "actor", id],
    queryFn: ({ signal }) => ask(at(process, `/actors/${encodeURIComponent(id)}`), ActorView, { signal }),
  });

export const searchQuery = (process: string, words: string) =>
  queryOptions({
    queryKey: ["process", process, "search", words],
    queryFn: ({ signal }) => ask(`/search${queryString({ q: words, process })}`, SearchAnswer, { signal }),
    enabled: words.trim() !== "",
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["job", id],
    queryFn: ({ signal }) => ask(`/jobs/${encodeURIComponent(id)}`, Job, { signal }),
    /** Live messages renew it; this catches a job whose message was missed. */
    refetchInterval: (query) => (query.state.data?.state === "done" ? false : 2000),
  });

export const createProcess = (body: z.infer<typeof NewProcess>) =>
  ask("/processes", Process, { method: "POST", body });

export const judge = (process: string, body: NewJudgement) =>
  ask(at(process, "/judgements"), Judgement, { method: "POST", body });

export const addDocuments = (process: string, body: z.infer<typeof NewDocuments>) =>
  ask(at(process, "/documents"), Job, { method: "POST", body });

/** Files go as they are: charset, feed or page is for the reader to find out. The name keeps the folder's path. */
export const addFiles = (process: string, command: string, files: { name: string; file: File }[]) => {
  const body = new FormData();
  body.append("command", command);
  for (const { name, file } of files) body.append("files", file, name);
  return ask(at(process, "/documents"), Job, { method: "POST", body });
};
