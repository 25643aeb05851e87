import type { DelegationChange, DelegationView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { delegationsQuery, meQuery, useActing } from "../delegations.ts";
import { changeDelegation } from "./api.ts";
import { capacityWord } from "./capacity-words.ts";
import { DelegationChangeForms } from "./delegation-change.tsx";
import { FormTrouble } from "./form-trouble.tsx";
import { Members } from "./members.tsx";
import { SeatInvitations } from "./seat-invitations.tsx";

export function DelegationPage() {
  const process = useProcessId();
  const { delegation: id } = useParams({ strict: false });
  const delegations = useQuery(delegationsQuery(process));
  return (
    <Answered query={delegations} what="the delegation" wholePage>
      {({ delegations: all }) => {
        const one = all.find((delegation) => delegation.id === id);
        return one ? (
          <Shown delegation={one} all={all} />
        ) : (
          <Empty title="Nothing here">
            <p>There is no such delegation, or it is not for you to see.</p>
          </Empty>
        );
      }}
    </Answered>
  );
}

export type Change = (change: DelegationChange) => Promise<unknown>;

function Shown({ delegation, all }: { delegation: DelegationView; all: DelegationView[] }) {
  const { process, id } = delegation;
  const client = useQueryClient();
  const me = useQuery(meQuery).data;
  const { convenes } = useActing(process);
  const seat = me?.person?.seats.find((one) => one.process === process && one.delegation === id);
  const stands = delegation.closed === null;
  const changes = (convenes || seat !== undefined) && stands;
  const decides = (convenes || seat?.lead === true) && stands;
  const invites = decides && me?.mode === "shared";
  const [command, setCommand] = useState(() => crypto.randomUUID());
  const change = useMutation({
    mutationFn: (what: DelegationChange) => changeDelegation(delegation, { command, change: what }),
    onSettled: async () => {
      setCommand(crypto.randomUUID());
      await client.invalidateQueries({ queryKey: ["rooms", process, "delegation"] });
    },
  });
  const act: Change = (what) => change.mutateAsync(what).catch(() => undefined);
  const names = (ids: string[]) =>
    ids.map((other) => all.find((one) => one.id === other)?.name ?? "a delegation you do not see");
  return (
    <>
      <PageHead
        title={delegation.name}
        over={
          <>
            <Link to="/p/$process/delegations" params={{ process }}>
              Delegations
            </Link>
            <span>{capacityWord(delegation.capacity)}</span>
            {delegation.knownTo && (
              <span>discreet: known to {names(delegation.knownTo).join(", ") || "itself alone"}</span>
            )}
          </>
        }
      >
        {delegation.closed !== null && <p className="notice">It has ended: {delegation.closed}</p>}
        {delegation.together.length > 0 && (
          <p className="lede">Acting together: {names(delegation.together).join(", ")}</p>
        )}
      </PageHead>
      <FormTrouble error={change.error} />
      {delegation.mandate && (
        <Section title="Mandate">
          <p className="mandate" dir="auto">
            {delegation.mandate}
          </p>
        </Section>
      )}
      <Members
        delegation={delegation}
        change={changes ? act : null}
        ends={(member) =>
          decides || (changes && member.account !== null && member.account === me?.person?.id)
        }
      />
      {invites && <SeatInvitations delegation={delegation} />}
      <InvitedByMachine delegation={delegation} />
      {changes && <DelegationChangeForms delegation={delegation} change={act} ends={decides} />}
    </>
  );
}

/** The one invitation that came from outside of the process is told to all in it. */
function InvitedByMachine({ delegation }: { delegation: DelegationView }) {
  const outside = delegation.invited.filter((one) => one.administrator);
  return outside.map((one) => (
    <p key={one.id} className="hint">
      {one.name} was invited to lead it by {one.by}, administrator of this Parley, before anybody sat here.
    </p>
  ));
}
