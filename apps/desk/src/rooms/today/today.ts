import { Today } from "@parley/protocol";
import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../api/client.ts";

/** Live messages of the rooms renew it. */
export const todayQuery = (process: string) =>
  queryOptions({
    queryKey: ["today", process],
    queryFn: ({ signal }) => ask(`/processes/${encodeURIComponent(process)}/today`, Today, { signal }),
  });
