/** Where mail reaches members who do not sign in: set by those who lead their delegation and by the third party. */
import { type DelegationView, MailPreferenceView, type Member } from "@parley/protocol";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../../api/client.ts";
import { FormTrouble } from "../people/form-trouble.tsx";

const path = ({ process, id }: DelegationView, member: string) =>
  `/processes/${encodeURIComponent(process)}/delegations/${encodeURIComponent(id)}/members/${encodeURIComponent(member)}/mail`;

const memberMailQuery = (delegation: DelegationView, member: string) =>
  queryOptions({
    queryKey: ["account", "mail", delegation.id, member],
    queryFn: ({ signal }) => ask(path(delegation, member), MailPreferenceView, { signal }),
  });

/** Those who sit there now and do not sign in; nothing where there is nobody. */
export function MemberMail({ delegation }: { delegation: DelegationView }) {
  const members = delegation.members.filter((one) => one.account === null && one.to === null);
  if (!members.length) return null;
  return (
    <details>
      <summary>Mail addresses of those who do not sign in</summary>
      {members.map((member) => (
        <AddressForm key={member.id} delegation={delegation} member={member} />
      ))}
    </details>
  );
}

function AddressForm({ delegation, member }: { delegation: DelegationView; member: Member }) {
  const client = useQueryClient();
  const { queryKey, ...query } = memberMailQuery(delegation, member.id);
  const kept = useQuery({ queryKey, ...query }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const address = typed ?? kept?.address ?? "";
  const save = useMutation({
    mutationFn: () =>
      ask(path(delegation, member.id), MailPreferenceView, {
        method: "POST",
        body: { address: address.trim(), wanted: address.trim() !== "" },
      }),
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      setTyped(null);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className="form inline-form" onSubmit={submit}>
      <label className="field">
        <span>{member.name}</span>
        <input
          type="email"
          value={address}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={254}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="button" disabled={save.isPending || address === (kept?.address ?? "")}>
        Keep it
      </button>
      <FormTrouble error={save.error} />
    </form>
  );
}
