/** A change to a contact: in whose name, on what was looked at. Where somebody else was first the page shows what stands. */
import type { ContactChange, ContactView } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Failure } from "../../api/client.ts";
import { changeContact, contactQuery } from "./api.ts";

export function useChange(contact: ContactView, onDone?: () => void) {
  const client = useQueryClient();
  const { process, id } = contact;
  return useMutation({
    mutationFn: ({ side, change }: { side: string; change: ContactChange }) =>
      changeContact(process, id, {
        ...{ command: crypto.randomUUID(), for: side, change },
        revision: contact.revision,
      }),
    onSuccess: async (changed) => {
      client.setQueryData(contactQuery(process, id).queryKey, changed);
      onDone?.();
      await client.invalidateQueries({ queryKey: ["rooms", process, "contact"] });
    },
    onError: (error) => {
      if (error instanceof Failure && error.status === 409)
        void client.invalidateQueries({ queryKey: ["rooms", process, "contact"] });
    },
  });
}
