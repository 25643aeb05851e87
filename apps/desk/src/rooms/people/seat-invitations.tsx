import type { DelegationView, InvitationLink, NewSeatInvitation } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Section } from "../../parts/section.tsx";
import { inviteToSeat, seatInvitationsQuery, withdrawFromSeat } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { ShownOnce } from "./shown-once.tsx";

const DAYS = 7;

export function SeatInvitations({ delegation }: { delegation: DelegationView }) {
  const { process, id } = delegation;
  const client = useQueryClient();
  const query = seatInvitationsQuery(process, id);
  const invitations = useQuery(query).data?.invitations ?? [];
  const [made, setMade] = useState<(InvitationLink & { name: string }) | null>(null);
  const [command, setCommand] = useState(() => crypto.randomUUID());
  const invite = useMutation({
    mutationFn: (given: NewSeatInvitation) => inviteToSeat(process, id, given),
    onSuccess: async (link, given) => {
      setMade({ ...link, name: given.name });
      setCommand(crypto.randomUUID());
      await client.invalidateQueries({ queryKey: ["rooms", process, "delegation"] });
    },
  });
  const withdraw = useMutation({
    mutationFn: (invitation: string) => withdrawFromSeat(process, id, invitation),
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    invite.mutate({
      ...{ command, name: read("name"), function: read("function"), lead: fields.has("lead"), days: DAYS },
      ...{ from: read("from") || null, to: read("to") || null },
    });
  };
  return (
    <Section title="Invite to this delegation" note="for those who sign in themselves">
      <form className="form" onSubmit={submit}>
        <div className="field-row">
          <label className="field">
            <span>Name</span>
            <input name="name" required maxLength={200} autoComplete="off" />
          </label>
          <label className="field">
            <span>Function</span>
            <input name="function" maxLength={200} autoComplete="off" />
          </label>
          <label className="field">
            <span>From, if not at once</span>
            <input name="from" type="date" />
          </label>
          <label className="field">
            <span>Last day, if there is one</span>
            <input name="to" type="date" />
          </label>
        </div>
        <label className="check">
          <input type="checkbox" name="lead" />
          leads the delegation: approves, publishes and invites in its name
        </label>
        <FormTrouble error={invite.error} />
        <p className="button-row">
          <button type="submit" className="button primary" disabled={invite.isPending}>
            Make an invitation
          </button>
        </p>
      </form>
      {made && (
        <ShownOnce
          title={`Send this link to ${made.name} by a way you trust: it works once, for ${DAYS} days`}
          text={made.link}
        />
      )}
      {invitations.length > 0 && (
        <InvitationList
          invitations={invitations}
          onWithdraw={(one) => withdraw.mutate(one)}
          what={({ seat }) => [seat?.function, seat?.lead && "lead"].filter(Boolean).join(", ") || "member"}
        />
      )}
      <FormTrouble error={withdraw.error} />
    </Section>
  );
}
