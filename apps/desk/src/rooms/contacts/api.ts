/** Contacts as the server tells them. All under ["rooms", process, "contact", …], which live messages renew. */
import {
  type ContactChange,
  ContactEntry,
  ContactList,
  ContactReport,
  ContactView,
  type FindTimes,
  HeldHere,
  type NewContact,
  PrivateAgenda,
  SuitableTimes,
  type WorkingTimes,
  WorkingTimesView,
} from "@parley/protocol";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ask, queryString } from "../../api/client.ts";

const at = (process: string, path: string) => `/processes/${encodeURIComponent(process)}${path}`;
const ofContact = (process: string, id: string, path = "") =>
  at(process, `/contacts/${encodeURIComponent(id)}${path}`);

export const contactsQuery = (process: string, which: "open" | "past") =>
  infiniteQueryOptions({
    queryKey: ["rooms", process, "contact", "list", which],
    queryFn: ({ signal, pageParam }) =>
      ask(at(process, `/contacts${queryString({ which, after: pageParam, limit: 50 })}`), ContactList, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const contactQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["rooms", process, "contact", id],
    queryFn: ({ signal }) => ask(ofContact(process, id), ContactView, { signal }),
  });

export const historyQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["rooms", process, "contact", id, "history"],
    queryFn: ({ signal }) =>
      ask(ofContact(process, id, "/history"), z.object({ entries: z.array(ContactEntry) }), { signal }),
  });

export const privateAgendaQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["rooms", process, "contact", id, "private-agenda"],
    queryFn: ({ signal }) =>
      ask(ofContact(process, id, "/private-agenda"), z.object({ agendas: z.array(PrivateAgenda) }), {
        signal,
      }),
  });

const Reports = z.object({ reports: z.array(ContactReport) });
export const reportsQuery = (process: string, id: string) =>
  queryOptions({
    queryKey: ["rooms", process, "contact", id, "reports"],
    queryFn: ({ signal }) => ask(ofContact(process, id, "/reports"), Reports, { signal }),
  });

export const heldHereQuery = (process: string, occurrence: string) =>
  queryOptions({
    queryKey: ["rooms", process, "contact", "of", occurrence],
    queryFn: ({ signal }) =>
      ask(
        at(process, `/occurrences/${encodeURIComponent(occurrence)}/contacts`),
        z.object({ contacts: z.array(HeldHere) }),
        { signal },
      ),
  });

export const workingTimesQuery = (process: string) =>
  queryOptions({
    queryKey: ["rooms", process, "delegation", "working-times"],
    queryFn: ({ signal }) =>
      ask(at(process, "/working-times"), z.object({ times: z.array(WorkingTimesView) }), { signal }),
  });

const post = <S extends z.ZodType>(path: string, schema: S, body: object) =>
  ask(path, schema, { method: "POST", body });

export const proposeContact = (process: string, body: NewContact) =>
  post(at(process, "/contacts"), ContactView, body);

export interface Order {
  command: string;
  for: string;
  revision: string;
  change: ContactChange;
}
export const changeContact = (process: string, id: string, order: Order) =>
  post(ofContact(process, id), ContactView, order);

export interface NoteOrder {
  command: string;
  for: string;
  change:
    | { type: "add-item"; text: string }
    | { type: "change-item"; item: string; text: string }
    | { type: "drop-item"; item: string };
}
export const changePrivateAgenda = (process: string, id: string, order: NoteOrder) =>
  post(ofContact(process, id, "/private-agenda"), PrivateAgenda, order);

export const judgeReport = (
  process: string,
  id: string,
  body: { command: string; for: string; occurrence: string; verdict: "same" | "different"; reason: string },
) => post(ofContact(process, id, "/reports"), Reports, body);

export const findTimes = (process: string, wanted: FindTimes) =>
  post(at(process, "/contact-times"), SuitableTimes, wanted);

export const stateWorkingTimes = (
  process: string,
  delegation: string,
  body: { command: string; revision: string; times: WorkingTimes },
) =>
  post(at(process, `/delegations/${encodeURIComponent(delegation)}/working-times`), WorkingTimesView, body);
