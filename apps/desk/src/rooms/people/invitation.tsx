import type { Accepted, InvitationView } from "@parley/protocol";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered } from "../../parts/page-state.tsx";
import { meQuery } from "../delegations.ts";
import { accept, acceptWithPasskey, lookAtInvitation, passwordOptionsFor } from "./api.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { Front } from "./front.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { ShownOnce } from "./shown-once.tsx";

/** What the secret behind the # invites to. */
export function InvitationPage() {
  const token = useLocation().hash;
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => lookAtInvitation(token),
    enabled: accepted === null && token !== "",
    retry: false,
  });
  return (
    <Front>
      {accepted ? (
        <Welcome accepted={accepted} />
      ) : invitation.isError || token === "" ? (
        <>
          <PageHead title="This invitation opens nothing" />
          <p>
            It was taken already, was withdrawn, is over, or the address is not whole. Ask whoever sent it for
            another one.
          </p>
        </>
      ) : (
        <Answered query={invitation} what="the invitation">
          {(view) => <Invited view={view} token={token} onAccepted={setAccepted} />}
        </Answered>
      )}
    </Front>
  );
}

function place({ seat, administrator, opens }: InvitationView): string {
  if (seat) return `${seat.delegation}, in ${seat.process}`;
  if (administrator) return "Administer this Parley";
  return opens ? "Open a process here" : "An account here";
}

interface Taking {
  view: InvitationView;
  token: string;
  onAccepted: (accepted: Accepted) => void;
}

function Invited({ view, token, onAccepted }: Taking) {
  const client = useQueryClient();
  const person = useQuery(meQuery).data?.person ?? null;
  const [name, setName] = useState(view.name);
  const onSuccess = async (accepted: Accepted) => {
    onAccepted(accepted);
    await client.invalidateQueries();
  };
  const passkey = useMutation({ mutationFn: () => acceptWithPasskey(token, name.trim()), onSuccess });
  const mine = useMutation({
    mutationFn: () => accept({ token, name: person?.name ?? name, key: null }),
    onSuccess,
  });
  const named = name.trim() !== "";
  const keys = view.passkeys && browserSupportsWebAuthn();
  return (
    <>
      <PageHead title={place(view)}>
        <p className="lede">
          {view.inviter} invites {view.name || "you"}
          {view.seat?.lead ? " to lead it" : ""}
          {view.seat?.function ? `: ${view.seat.function}` : ""}.
        </p>
      </PageHead>
      <div className="ways-in">
        {person ? (
          <div className="form">
            <p className="button-row">
              <button
                type="button"
                className="button primary"
                disabled={mine.isPending}
                onClick={() => mine.mutate()}
              >
                Accept as {person.name}
              </button>
            </p>
            <FormTrouble error={mine.error} />
            <p className="hint">Somebody else? Sign out first, and open the invitation again.</p>
          </div>
        ) : (
          <>
            <form
              className="form"
              onSubmit={(event) => {
                event.preventDefault();
                if (keys) passkey.mutate();
              }}
            >
              <label className="field">
                <span>Your name, as the others will read it</span>
                <input
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  required
                  maxLength={200}
                  autoComplete="name"
                />
              </label>
              {keys && (
                <>
                  <p className="button-row">
                    <button type="submit" className="button primary" disabled={!named || passkey.isPending}>
                      {passkey.isPending ? "Waiting for your device…" : "Accept with a passkey"}
                    </button>
                  </p>
                  <p className="hint">
                    Your device makes a key that only it has, and asks for your finger, face or PIN. There is
                    no password.
                  </p>
                </>
              )}
              <FormTrouble error={passkey.error} />
            </form>
            <details {...(keys ? {} : { open: true })}>
              <summary>With a password and a one-time code instead</summary>
              <ByPassword token={token} name={name.trim()} onSuccess={onSuccess} />
            </details>
          </>
        )}
      </div>
    </>
  );
}

interface ByPassword {
  token: string;
  name: string;
  onSuccess: (accepted: Accepted) => Promise<void>;
}

function ByPassword({ token, name, onSuccess }: ByPassword) {
  const offer = useMutation({ mutationFn: () => passwordOptionsFor(token, name) });
  const take = useMutation({ mutationFn: accept, onSuccess });
  if (!offer.data)
    return (
      <div className="form">
        <p className="button-row">
          <button
            type="button"
            className="button"
            disabled={name === "" || offer.isPending}
            onClick={() => offer.mutate()}
          >
            Choose a password
          </button>
        </p>
        <FormTrouble error={offer.error} />
      </div>
    );
  const { id } = offer.data;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [password, code] = [String(fields.get("password")), String(fields.get("code"))];
    take.mutate({ token, name, key: { kind: "password", secret: id, password, code } });
  };
  return (
    <form className="form" onSubmit={submit}>
      <PasswordFields offered={offer.data} />
      <FormTrouble error={take.error} />
      <p className="button-row">
        <button type="submit" className="button primary" disabled={take.isPending}>
          Accept
        </button>
        {take.error && (
          <button type="button" className="button quiet" onClick={() => offer.mutate()}>
            New picture
          </button>
        )}
      </p>
    </form>
  );
}

function Welcome({ accepted }: { accepted: Accepted }) {
  const navigate = useNavigate();
  const { process, recoveryCodes, login } = accepted;
  const go = () =>
    void (process
      ? navigate({ to: "/p/$process", params: { process }, replace: true })
      : navigate({ to: "/", replace: true }));
  return (
    <>
      <PageHead title="You are in" />
      {recoveryCodes && (
        <ShownOnce
          title="Keep these recovery codes: each lets you in once, should you lose your device"
          text={recoveryCodes.join("\n")}
          file="parley-recovery-codes.txt"
        >
          <p className="hint">They are shown this once. Your sign-in name, for a password: {login}</p>
        </ShownOnce>
      )}
      <p className="button-row">
        <button type="button" className="button primary" onClick={go}>
          {recoveryCodes ? "I have kept them: go on" : "Go on"}
        </button>
        <Link to="/account" className="button quiet">
          Your account
        </Link>
      </p>
    </>
  );
}
