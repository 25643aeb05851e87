/** What the pages about people ask the server. Keys are made and used by the browser's own WebAuthn. */
import {
  Accepted,
  AcceptInvitation,
  type AccountChange,
  AccountView,
  Administration,
  type ChangeOther,
  type DelegationChange,
  DelegationView,
  InvitationLink,
  InvitationView,
  KeyOptions,
  type NewAccountInvitation,
  type NewDelegation,
  type NewSeatInvitation,
  type NewToken,
  OneTimeSecret,
  PendingInvitation,
  RecoveryCodes,
  TokenShown,
} from "@parley/protocol";
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ask, Failure } from "../../api/client.ts";

const Done = z.object({ done: z.literal(true) });
const post = <S extends z.ZodType>(path: string, schema: S, body: object = {}) =>
  ask(path, schema, { method: "POST", body });
const part = encodeURIComponent;

/** The browser's refusal in the words of the person: most often the window was closed. */
async function byBrowser<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const twice = cause instanceof Error && cause.name === "InvalidStateError";
    throw new Failure({
      code: "key-not-made",
      message: twice
        ? "This device has a passkey for you already."
        : "The browser made no passkey: it was cancelled, took too long, or this device has none for here.",
      cause,
    });
  }
}

export async function signInWithPasskey(): Promise<void> {
  const { options } = await post("/sign-in/passkey/options", KeyOptions);
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const response = await byBrowser(() => startAuthentication({ optionsJSON }));
  await post("/sign-in/passkey", Done, { response });
}
export const signInWithPassword = (given: { login: string; password: string; code: string }) =>
  post("/sign-in/password", Done, given);
export const signInWithCode = (code: string) => post("/sign-in/recovery", Done, { code });
export const signOut = () => post("/sign-out", Done);

async function makeKey(path: string, body: object = {}) {
  const { options } = await post(path, KeyOptions, body);
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return byBrowser(() => startRegistration({ optionsJSON }));
}

export const lookAtInvitation = (token: string) => post("/invitations/look", InvitationView, { token });
export const passwordOptionsFor = (token: string, name: string) =>
  post("/invitations/password-options", OneTimeSecret, { token, name });
export async function acceptWithPasskey(token: string, name: string): Promise<Accepted> {
  const response = await makeKey("/invitations/passkey-options", { token, name });
  return post("/invitations/accept", Accepted, { token, name, key: { kind: "passkey", response } });
}
export const accept = (given: z.input<typeof AcceptInvitation>) =>
  post("/invitations/accept", Accepted, AcceptInvitation.parse(given));

export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => ask("/account", AccountView, { signal }),
});
export const changeAccount = (change: AccountChange) => post("/account", AccountView, { change });
export async function addPasskey(name: string): Promise<AccountView> {
  const response = await makeKey("/account/passkey-options");
  return post("/account", AccountView, { change: { type: "add-passkey", response, name } });
}
export const passwordOptions = () => post("/account/password-options", OneTimeSecret);
export const newRecoveryCodes = () => post("/account/recovery-codes", RecoveryCodes);
export const newToken = (given: NewToken) => post("/account/tokens", TokenShown, given);

export const administrationQuery = queryOptions({
  queryKey: ["administration"],
  queryFn: ({ signal }) => ask("/administration", Administration, { signal }),
});
export const inviteToAccount = (given: NewAccountInvitation) =>
  post("/administration/invitations", InvitationLink, given);
export const withdrawFromAccount = (id: string) =>
  post(`/administration/invitations/${part(id)}/withdraw`, Done);
export const inviteFounder = (given: { command: string; process: string; name: string }) =>
  post("/administration/founding", InvitationLink, given);
export const changeOther = (id: string, change: ChangeOther["change"]) =>
  post(`/administration/accounts/${part(id)}`, Done, { change });

const at = (process: string, delegation: string) =>
  `/processes/${part(process)}/delegations/${part(delegation)}`;
export const found = (process: string, given: NewDelegation) =>
  post(`/processes/${part(process)}/delegations`, DelegationView, given);
export const changeDelegation = (
  delegation: Pick<DelegationView, "process" | "id" | "revision">,
  { command, change }: { command: string; change: DelegationChange },
) =>
  post(at(delegation.process, delegation.id), DelegationView, {
    ...{ command, change },
    revision: delegation.revision,
  });
export const seatInvitationsQuery = (process: string, delegation: string) =>
  queryOptions({
    queryKey: ["rooms", process, "delegation", delegation, "invitations"],
    queryFn: ({ signal }) =>
      ask(`${at(process, delegation)}/invitations`, z.object({ invitations: z.array(PendingInvitation) }), {
        signal,
      }),
  });
export const inviteToSeat = (process: string, delegation: string, given: NewSeatInvitation) =>
  post(`${at(process, delegation)}/invitations`, InvitationLink, given);
export const withdrawFromSeat = (process: string, delegation: string, id: string) =>
  post(`${at(process, delegation)}/invitations/${part(id)}/withdraw`, Done);
