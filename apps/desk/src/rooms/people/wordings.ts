/** What the own delegation, or the process, calls parties and places, in the language of this browser. */
import { Naming, type NewWording } from "@parley/protocol";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ask, queryString } from "../../api/client.ts";
import { useProcessId } from "../../parts/process-id.ts";

const at = (process: string) => `/processes/${encodeURIComponent(process)}/names`;

/** "en-GB" asks for "en-GB" and takes "en". */
export const deskLanguage = () => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.exec(navigator.language)?.[0] ?? "en";

export const namingQuery = (process: string) =>
  queryOptions({
    queryKey: ["rooms", process, "naming"],
    queryFn: ({ signal }) =>
      ask(`${at(process)}${queryString({ language: deskLanguage() })}`, Naming, { signal }),
    staleTime: 5 * 60_000,
  });

const NONE: Naming["names"] = [];
export const useWordings = (): Naming["names"] => useQuery(namingQuery(useProcessId())).data?.names ?? NONE;

export const word = (process: string, given: NewWording) =>
  ask(at(process), z.object({ done: z.literal(true) }), { method: "POST", body: given });
