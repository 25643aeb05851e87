import type { AccountChange, AccountView } from "@parley/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered } from "../../parts/page-state.tsx";
import { Section } from "../../parts/section.tsx";
import { AccountKeys } from "./account-keys.tsx";
import { AccountTokens } from "./account-tokens.tsx";
import { accountQuery, changeAccount } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { Front } from "./front.tsx";
import { InstantWords } from "./instant-words.tsx";
import { otherTrouble, useProven } from "./prove-again.tsx";

const ACTS: Record<string, string> = {
  "signed-in": "Signed in",
  "sign-in-failed": "Somebody tried to sign in and failed",
  "signed-out": "Signed out",
  "invitation-taken": "Took an invitation",
  "recovery-codes-made": "Made new recovery codes",
  "token-made": "Made a token",
  "add-passkey": "Added a passkey",
  "remove-passkey": "Removed a passkey",
  "set-password": "Set a password",
  "remove-password": "Removed the password",
  "end-session": "Ended a session",
  "end-other-sessions": "Ended all other sessions",
  "revoke-token": "Revoked a token",
  invited: "Invited",
  "founder-invited": "Invited the founder of a secretariat",
  "invitation-withdrawn": "Withdrew an invitation",
};

export function AccountPage() {
  const account = useQuery(accountQuery);
  return (
    <Front>
      <PageHead title="Your account" />
      <Answered query={account} what="your account">
        {(view) => <Account view={view} />}
      </Answered>
    </Front>
  );
}

function Account({ view }: { view: AccountView }) {
  const client = useQueryClient();
  const renew = (now: AccountView) => {
    client.setQueryData(accountQuery.queryKey, now);
    void client.invalidateQueries({ queryKey: ["me"] });
  };
  const { act, dialog } = useProven((change: AccountChange) => changeAccount(change), renew);
  const change = (what: AccountChange) => act.mutate(what);
  return (
    <>
      <form
        className="form inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          change({ type: "rename", name: String(new FormData(event.currentTarget).get("name")).trim() });
        }}
      >
        <label className="field">
          <span>Name, as it stands wherever you sit down from now on</span>
          <input name="name" defaultValue={view.name} required maxLength={200} />
        </label>
        <button type="submit" className="button">
          Save
        </button>
      </form>
      <FormTrouble error={otherTrouble(act.error)} />
      <AccountKeys view={view} change={change} onChanged={renew} />
      <Section title="Where you are signed in">
        <ul className="plain-list">
          {view.sessions.map((session) => (
            <li key={session.id}>
              <span>
                {session.device}
                {session.current && <em className="mark-word">this one</em>}
                <span className="fine">
                  {" "}
                  since <InstantWords at={session.createdAt} />, last used{" "}
                  <InstantWords at={session.usedAt} />
                </span>
              </span>
              {!session.current && (
                <button
                  type="button"
                  className="button small"
                  onClick={() => change({ type: "end-session", id: session.id })}
                >
                  End
                </button>
              )}
            </li>
          ))}
        </ul>
        {view.sessions.length > 1 && (
          <p className="button-row">
            <button type="button" className="button" onClick={() => change({ type: "end-other-sessions" })}>
              End all others
            </button>
          </p>
        )}
      </Section>
      <AccountTokens view={view} change={change} />
      <Section title="What happened lately">
        <ul className="plain-list door-log">
          {view.log.map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and are never moved
            <li key={i} className="entry">
              <span>
                {ACTS[entry.act] ?? entry.act}
                {entry.detail && `: ${entry.detail}`}
              </span>
              <span className="fine">
                {entry.device}, <InstantWords at={entry.at} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {dialog}
    </>
  );
}
