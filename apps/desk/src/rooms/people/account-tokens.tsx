import { type AccountChange, type AccountView, type NewToken, TOKEN_SCOPES } from "@parley/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Section } from "../../parts/section.tsx";
import { accountQuery, newToken } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { InstantWords } from "./instant-words.tsx";
import { otherTrouble, useProven } from "./prove-again.tsx";
import { ShownOnce } from "./shown-once.tsx";

const SCOPE_WORDS: Record<NewToken["scopes"][number], string> = {
  read: "read what you see",
  record: "hand reports in and judge",
  write: "write in the rooms",
};

interface Tokens {
  view: AccountView;
  change: (what: AccountChange) => void;
}

export function AccountTokens({ view, change }: Tokens) {
  const client = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const { act, dialog } = useProven(newToken, ({ token }) => {
    setShown(token);
    void client.invalidateQueries({ queryKey: accountQuery.queryKey });
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    act.mutate({
      name: String(fields.get("token-name")).trim(),
      scopes: TOKEN_SCOPES.filter((scope) => fields.has(scope)),
      days: Number(fields.get("days")),
    });
  };
  return (
    <Section title="Tokens for programs" note="for Authorization: Bearer">
      <ul className="plain-list">
        {view.tokens.map((token) => (
          <li key={token.id}>
            <span>
              {token.name}
              <span className="fine">
                {" "}
                {token.scopes.map((scope) => SCOPE_WORDS[scope]).join(", ")}; until{" "}
                <InstantWords at={token.expiresAt} />
                {token.usedAt && (
                  <>
                    , last used <InstantWords at={token.usedAt} />
                  </>
                )}
              </span>
            </span>
            <button
              type="button"
              className="button small"
              onClick={() => change({ type: "revoke-token", id: token.id })}
            >
              Revoke<span className="visually-hidden"> {token.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown && <ShownOnce title="The token, shown this once" text={shown} />}
      <details>
        <summary>Make a token</summary>
        <form className="form" onSubmit={submit}>
          <div className="field-row">
            <label className="field">
              <span>What it is for</span>
              <input name="token-name" required maxLength={200} />
            </label>
            <label className="field">
              <span>Days until it is over</span>
              <input name="days" type="number" required min={1} max={366} defaultValue={90} />
            </label>
          </div>
          <fieldset>
            <legend>It may</legend>
            {TOKEN_SCOPES.map((scope) => (
              <label key={scope} className="check">
                <input type="checkbox" name={scope} defaultChecked={scope === "read"} />
                {SCOPE_WORDS[scope]}
              </label>
            ))}
          </fieldset>
          <FormTrouble error={otherTrouble(act.error)} />
          <p className="button-row">
            <button type="submit" className="button" disabled={act.isPending}>
              Make it
            </button>
          </p>
        </form>
      </details>
      {dialog}
    </Section>
  );
}
