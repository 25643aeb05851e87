/** Passkeys, recovery codes and the password: how one comes in. */
import type { AccountChange, AccountView } from "@parley/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Section } from "../../parts/section.tsx";
import { accountQuery, addPasskey, changeAccount, newRecoveryCodes, passwordOptions } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { InstantWords } from "./instant-words.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { otherTrouble, useProven } from "./prove-again.tsx";
import { ShownOnce } from "./shown-once.tsx";

interface Keys {
  view: AccountView;
  change: (what: AccountChange) => void;
  onChanged: (now: AccountView) => void;
}

export function AccountKeys({ view, change, onChanged }: Keys) {
  return (
    <>
      <Passkeys view={view} change={change} onChanged={onChanged} />
      <Recovery view={view} />
      <Password view={view} change={change} onChanged={onChanged} />
    </>
  );
}

function Passkeys({ view, change, onChanged }: Keys) {
  const { act, dialog } = useProven(addPasskey, onChanged);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.mutate(String(new FormData(event.currentTarget).get("key-name")).trim());
  };
  return (
    <Section title="Passkeys">
      <ul className="plain-list">
        {view.passkeys.map((key) => (
          <li key={key.id}>
            <span>
              {key.name}
              <span className="fine">
                {" "}
                made <InstantWords at={key.createdAt} />
                {key.usedAt && (
                  <>
                    , last used <InstantWords at={key.usedAt} />
                  </>
                )}
              </span>
            </span>
            <button
              type="button"
              className="button small"
              onClick={() => change({ type: "remove-passkey", id: key.id })}
            >
              Remove<span className="visually-hidden"> {key.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="form inline-form" onSubmit={submit}>
        <label className="field">
          <span>Another one, named after the device</span>
          <input name="key-name" required maxLength={200} placeholder="Office laptop" />
        </label>
        <button type="submit" className="button" disabled={act.isPending}>
          {act.isPending ? "Waiting for your device…" : "Add a passkey"}
        </button>
      </form>
      <FormTrouble error={otherTrouble(act.error)} />
      {dialog}
    </Section>
  );
}

function Recovery({ view }: { view: AccountView }) {
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { act, dialog } = useProven(
    () => newRecoveryCodes(),
    ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      void client.invalidateQueries({ queryKey: accountQuery.queryKey });
    },
  );
  return (
    <Section title="Recovery codes" note={`${view.recoveryCodes} left`}>
      {codes ? (
        <ShownOnce
          title="Keep these: each lets you in once"
          text={codes.join("\n")}
          file="parley-recovery-codes.txt"
        />
      ) : (
        <>
          <p className="button-row">
            <button
              type="button"
              className="button"
              onClick={() => act.mutate(undefined)}
              disabled={act.isPending}
            >
              Make ten new ones
            </button>
          </p>
          <p className="hint">The old ones end with that.</p>
        </>
      )}
      <FormTrouble error={otherTrouble(act.error)} />
      {dialog}
    </Section>
  );
}

function Password({ view, change, onChanged }: Keys) {
  const offer = useProven(
    () => passwordOptions(),
    () => {},
  );
  const set = useProven(changeAccount, (now: AccountView) => {
    offer.act.reset();
    onChanged(now);
  });
  const offered = offer.act.data;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    set.act.mutate({
      ...{ type: "set-password" as const, secret: offered!.id },
      ...{ password: String(fields.get("password")), code: String(fields.get("code")) },
    });
  };
  return (
    <Section
      title="Password and one-time code"
      note={view.password ? `sign-in name ${view.login}` : "for where no passkey goes"}
    >
      {offered ? (
        <form className="form narrow" onSubmit={submit}>
          <p>
            Your sign-in name is <code>{view.login}</code>.
          </p>
          <PasswordFields offered={offered} />
          <FormTrouble error={otherTrouble(set.act.error)} />
          <p className="button-row">
            <button type="submit" className="button primary" disabled={set.act.isPending}>
              Set it
            </button>
            <button type="button" className="button quiet" onClick={() => offer.act.reset()}>
              Leave it
            </button>
          </p>
        </form>
      ) : (
        <p className="button-row">
          <button type="button" className="button" onClick={() => offer.act.mutate(undefined)}>
            {view.password ? "Choose another password" : "Choose a password"}
          </button>
          {view.password && (
            <button
              type="button"
              className="button quiet"
              onClick={() => change({ type: "remove-password" })}
            >
              Remove it
            </button>
          )}
        </p>
      )}
      <FormTrouble error={otherTrouble(offer.act.error)} />
      {offer.dialog}
      {set.dialog}
    </Section>
  );
}
