import type { Administration, InvitationLink } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered } from "../../parts/page-state.tsx";
import { Section } from "../../parts/section.tsx";
import {
  administrationQuery,
  changeOther,
  inviteFounder,
  inviteToAccount,
  withdrawFromAccount,
} from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { Front } from "./front.tsx";
import { InstantWords } from "./instant-words.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { ShownOnce } from "./shown-once.tsx";

export function AdministrationPage() {
  const administration = useQuery(administrationQuery);
  return (
    <Front>
      <PageHead title="Administration">
        <p className="lede">
          Accounts of this Parley. An administrator sits in no delegation by that, and sees nothing of any
          process.
        </p>
      </PageHead>
      <Answered query={administration} what="the accounts">
        {(data) => <Administer data={data} />}
      </Answered>
    </Front>
  );
}

function Administer({ data }: { data: Administration }) {
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: administrationQuery.queryKey });
  const withdraw = useMutation({ mutationFn: withdrawFromAccount, onSettled: renew });
  return (
    <>
      <Invite onMade={renew} />
      <Section title="Invitations">
        <InvitationList
          invitations={data.invitations}
          onWithdraw={(id) => withdraw.mutate(id)}
          what={(one) => (one.administrator ? "administers" : one.opens ? "opens processes" : "an account")}
        />
        <FormTrouble error={withdraw.error} />
      </Section>
      {data.unseated.length > 0 && (
        <Section title="Processes without anybody" note="from before this Parley was shared">
          <p className="hint">
            You can invite one person to the secretariat of each. Its record will say that you did.
          </p>
          <ul className="plain-list">
            {data.unseated.map((one) => (
              <Founding key={one.process} {...one} onMade={renew} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="Accounts" note={`${data.accounts.length}`}>
        <ul className="plain-list">
          {data.accounts.map((account) => (
            <AccountRow key={account.id} account={account} onChanged={renew} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Invite({ onMade }: { onMade: () => void }) {
  const [made, setMade] = useState<InvitationLink | null>(null);
  const [command, setCommand] = useState(() => crypto.randomUUID());
  const invite = useMutation({
    mutationFn: inviteToAccount,
    onSuccess: (link) => {
      setMade(link);
      setCommand(crypto.randomUUID());
      onMade();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const administrator = fields.get("right") === "administrator";
    invite.mutate({
      ...{ command, name: String(fields.get("name")).trim(), days: 7 },
      ...{ administrator, opens: !administrator },
    });
  };
  return (
    <Section title="Invite somebody">
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span>Name</span>
          <input name="name" required maxLength={200} autoComplete="off" />
        </label>
        <fieldset>
          <legend>Who will</legend>
          <label className="check">
            <input type="radio" name="right" value="opens" defaultChecked />
            open processes and lead their secretariat
          </label>
          <label className="check">
            <input type="radio" name="right" value="administrator" />
            administer accounts beside you
          </label>
        </fieldset>
        <FormTrouble error={invite.error} />
        <p className="button-row">
          <button type="submit" className="button primary" disabled={invite.isPending}>
            Make an invitation
          </button>
        </p>
      </form>
      {made && <ShownOnce title="Send this link to them: it works once, for seven days" text={made.link} />}
    </Section>
  );
}

interface Founded {
  process: string;
  name: string;
  invited: boolean;
  onMade: () => void;
}

function Founding({ process, name, invited, onMade }: Founded) {
  const [command] = useState(() => crypto.randomUUID());
  const invite = useMutation({ mutationFn: inviteFounder, onSuccess: onMade });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const person = String(new FormData(event.currentTarget).get("person")).trim();
    invite.mutate({ command, process, name: person });
  };
  return (
    <li className="stacked">
      <span>{name}</span>
      {invite.data ? (
        <ShownOnce title="Send this link: it works once, for two weeks" text={invite.data.link} />
      ) : invited ? (
        <span className="fine">Somebody is invited.</span>
      ) : (
        <form className="form inline-form" onSubmit={submit}>
          <label className="field">
            <span>Who will lead its secretariat</span>
            <input name="person" required maxLength={200} autoComplete="off" />
          </label>
          <button type="submit" className="button" disabled={invite.isPending}>
            Invite
          </button>
        </form>
      )}
      <FormTrouble error={invite.error} />
    </li>
  );
}

interface Row {
  account: Administration["accounts"][number];
  onChanged: () => void;
}

function AccountRow({ account, onChanged }: Row) {
  const { id, administrator, opens, closed } = account;
  const change = useMutation({
    mutationFn: (what: Parameters<typeof changeOther>[1]) => changeOther(id, what),
    onSuccess: onChanged,
  });
  const rights = [administrator && "administers", opens && "opens processes"].filter(Boolean).join(", ");
  return (
    <li>
      <span>
        {account.name}
        {closed && <em className="mark-word">closed</em>}
        <span className="fine">
          {" "}
          {rights}
          {account.usedAt && (
            <>
              {rights && "; "}last here <InstantWords at={account.usedAt} />
            </>
          )}
        </span>
        <FormTrouble error={change.error} />
      </span>
      <span className="button-row">
        {closed ? (
          <button
            type="button"
            className="button small"
            onClick={() => change.mutate({ type: "open-again" })}
          >
            Open again
          </button>
        ) : (
          <>
            <button
              type="button"
              className="button small"
              onClick={() => change.mutate({ type: "rights", administrator, opens: !opens })}
            >
              {opens ? "No new processes" : "May open processes"}
            </button>
            <button
              type="button"
              className="button small"
              onClick={() => change.mutate({ type: "rights", administrator: !administrator, opens })}
            >
              {administrator ? "No administrator" : "Make administrator"}
            </button>
            <button type="button" className="button small" onClick={() => change.mutate({ type: "close" })}>
              Close
            </button>
          </>
        )}
      </span>
    </li>
  );
}
