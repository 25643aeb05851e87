import type { NewJudgement } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { judge } from "../api/queries.ts";
import { useProcessId } from "./process-id.ts";

/** Sends a judgement and renews what the process shows. The same command sent twice is one judgement. */
export function useJudge(onDone: () => void) {
  const process = useProcessId();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewJudgement) => judge(process, body),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ["process", process] });
    },
  });
}
