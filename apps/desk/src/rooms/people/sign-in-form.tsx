import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { signInWithCode, signInWithPasskey, signInWithPassword } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";

const fieldsOf = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  const fields = new FormData(event.currentTarget);
  return (name: string) => String(fields.get(name) ?? "");
};

/** The three ways in. `onDone` once one of them opened. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onDone });
  const password = useMutation({ mutationFn: signInWithPassword, onSuccess: onDone });
  const code = useMutation({ mutationFn: signInWithCode, onSuccess: onDone });
  const busy = passkey.isPending || password.isPending || code.isPending;
  const login = useRef<HTMLInputElement>(null);
  return (
    <div className="ways-in">
      {browserSupportsWebAuthn() ? (
        <div className="form">
          <p className="button-row">
            <button
              type="button"
              className="button primary"
              disabled={busy}
              // biome-ignore lint/a11y/noAutofocus: the one thing to do on this page
              autoFocus
              onClick={() => passkey.mutate()}
            >
              {passkey.isPending ? "Waiting for your device…" : "Sign in with a passkey"}
            </button>
          </p>
          <FormTrouble error={passkey.error} />
        </div>
      ) : (
        <p className="notice">This browser knows no passkeys, or the address is not one it trusts.</p>
      )}
      <details onToggle={(event) => event.currentTarget.open && login.current?.focus()}>
        <summary>With a password and a one-time code</summary>
        <form
          className="form"
          onSubmit={(event) => {
            const read = fieldsOf(event);
            password.mutate({ login: read("login"), password: read("password"), code: read("code") });
          }}
        >
          <label className="field">
            <span>Sign-in name</span>
            <input ref={login} name="login" required autoComplete="username" autoCapitalize="none" />
          </label>
          <label className="field">
            <span>Password</span>
            <input name="password" type="password" required autoComplete="current-password" />
          </label>
          <label className="field">
            <span>One-time code</span>
            <input name="code" required inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
          </label>
          <FormTrouble error={password.error} />
          <p className="button-row">
            <button type="submit" className="button" disabled={busy}>
              {password.isPending ? "Looking…" : "Sign in"}
            </button>
          </p>
        </form>
      </details>
      <details>
        <summary>With a recovery code</summary>
        <form className="form" onSubmit={(event) => code.mutate(fieldsOf(event)("recovery"))}>
          <label className="field">
            <span>Recovery code</span>
            <input name="recovery" required autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </label>
          <p className="hint">Each works once. Make a new passkey on your account's page afterwards.</p>
          <FormTrouble error={code.error} />
          <p className="button-row">
            <button type="submit" className="button" disabled={busy}>
              Sign in
            </button>
          </p>
        </form>
      </details>
    </div>
  );
}
