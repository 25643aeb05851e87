/** What the pages on readouts ask and send. */
import {
  AgreedPointView,
  Comparison,
  type NewPoint,
  PointList,
  type ReadoutChange,
  ReadoutList,
  ReadoutPreview,
  ReadoutRule,
  type ReadoutText,
  ReadoutVersion,
  ReadoutView,
} from "@parley/protocol";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ask, queryString } from "../../api/client.ts";

const at = (process: string, path: string) => `/processes/${encodeURIComponent(process)}${path}`;

export const readoutsQuery = (process: string, contact?: string) =>
  queryOptions({
    queryKey: ["rooms", process, "readout", "list", contact ?? null],
    queryFn: ({ signal }) =>
      ask(at(process, `/readouts${queryString({ contact })}`), ReadoutList, { signal }),
  });

/** Milliseconds between two looks while an account is still being read. */
const READING = 1500;

export const comparisonQuery = (process: string, contact: string) =>
  queryOptions({
    queryKey: ["rooms", process, "readout", "comparison", contact],
    queryFn: ({ signal }) =>
      ask(at(process, `/contacts/${encodeURIComponent(contact)}/comparison`), Comparison, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.accounts.some(({ unread }) => unread === "It is being read.") ? READING : false,
  });

export const pointsQuery = (process: string, contact: string) =>
  queryOptions({
    queryKey: ["rooms", process, "point", "list", contact],
    queryFn: ({ signal }) => ask(at(process, `/points${queryString({ contact })}`), PointList, { signal }),
  });

export const versionsQuery = ({ process, id, revision }: ReadoutView) =>
  queryOptions({
    queryKey: ["rooms", process, "readout", "versions", id, revision],
    queryFn: ({ signal }) =>
      ask(
        at(process, `/readouts/${encodeURIComponent(id)}/versions`),
        z.object({ versions: z.array(ReadoutVersion) }),
        { signal },
      ),
  });

export const ruleQuery = (process: string, delegation: string) =>
  queryOptions({
    queryKey: ["rooms", process, "readout", "rule", delegation],
    queryFn: ({ signal }) =>
      ask(at(process, `/delegations/${encodeURIComponent(delegation)}/readout-rule`), ReadoutRule, {
        signal,
      }),
  });

export const setRule = (process: string, { delegation, revision }: ReadoutRule, approval: string) =>
  ask(at(process, `/delegations/${encodeURIComponent(delegation)}/readout-rule`), ReadoutRule, {
    method: "POST",
    body: { command: crypto.randomUUID(), revision, approval },
  });

export interface Drafting {
  process: string;
  contact: string;
  delegation: string;
  texts: ReadoutText[];
}

export const draftReadout = ({ process, contact, delegation, texts }: Drafting) =>
  ask(at(process, "/readouts"), ReadoutView, {
    method: "POST",
    body: { command: crypto.randomUUID(), for: delegation, contact, texts },
  });

export const changeReadout = ({ process, id, delegation, revision }: ReadoutView, change: ReadoutChange) =>
  ask(at(process, `/readouts/${encodeURIComponent(id)}`), ReadoutView, {
    method: "POST",
    body: { command: crypto.randomUUID(), for: delegation, revision, change },
  });

export const previewText = (process: string, delegation: string, text: ReadoutText, signal: AbortSignal) =>
  ask(at(process, "/readouts/preview"), ReadoutPreview, {
    method: "POST",
    body: { for: delegation, text },
    signal,
  });

export const putPoint = (process: string, point: Omit<NewPoint, "command">) =>
  ask(at(process, "/points"), AgreedPointView, {
    method: "POST",
    body: { command: crypto.randomUUID(), ...point },
  });

export type Answer = { answer: "confirmed" } | { answer: "own-words" | "disputed"; words: string };

export const answerPoint = ({ process, id, revision }: AgreedPointView, delegation: string, answer: Answer) =>
  ask(at(process, `/points/${encodeURIComponent(id)}`), AgreedPointView, {
    method: "POST",
    body: { command: crypto.randomUUID(), for: delegation, revision, answer },
  });
