import { type MailPreference, MailPreferenceView } from "@parley/protocol";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { ask } from "../../api/client.ts";
import { Answered } from "../../parts/page-state.tsx";
import { FormTrouble } from "../people/form-trouble.tsx";

const mailQuery = queryOptions({
  queryKey: ["account", "mail"],
  queryFn: ({ signal }) => ask("/account/mail", MailPreferenceView, { signal }),
});

export function MailPreferenceForm() {
  const query = useQuery(mailQuery);
  return (
    <Answered query={query} what="the mail setting">
      {(kept) =>
        kept.sends ? (
          <PreferenceForm kept={kept} />
        ) : (
          <p className="unknown">This installation sends no mail. Its host can set that up.</p>
        )
      }
    </Answered>
  );
}

function PreferenceForm({ kept }: { kept: z.infer<typeof MailPreferenceView> }) {
  const client = useQueryClient();
  const [address, setAddress] = useState(kept.address);
  const [wanted, setWanted] = useState(kept.wanted || kept.address === "");
  const save = useMutation({
    mutationFn: (body: MailPreference) => ask("/account/mail", MailPreferenceView, { method: "POST", body }),
    onSuccess: (answer) => client.setQueryData(mailQuery.queryKey, answer),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ address: address.trim(), wanted });
  };
  return (
    <form className="form narrow" onSubmit={submit}>
      <label className="field">
        <span>Address</span>
        <input
          type="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          maxLength={254}
          autoComplete="email"
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={wanted} onChange={(event) => setWanted(event.target.checked)} />
        Tell me by mail of invitations, settled times and reminders
      </label>
      <FormTrouble error={save.error} />
      <p className="button-row">
        <button type="submit" className="button primary" disabled={save.isPending}>
          Keep it
        </button>
        {save.isSuccess && (
          <span className="hint" role="status">
            Kept.
          </span>
        )}
      </p>
    </form>
  );
}
