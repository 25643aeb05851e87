import type { PendingInvitation } from "@parley/protocol";
import { InstantWords } from "./instant-words.tsx";

const STATES: Record<PendingInvitation["state"], string> = {
  open: "open",
  taken: "taken",
  withdrawn: "withdrawn",
  over: "over",
};

interface List {
  invitations: PendingInvitation[];
  onWithdraw: (id: string) => void;
  what: (invitation: PendingInvitation) => string;
}

export function InvitationList({ invitations, onWithdraw, what }: List) {
  if (!invitations.length) return <p className="hint">Nobody was invited yet.</p>;
  return (
    <ul className="plain-list">
      {invitations.map((one) => (
        <li key={one.id}>
          <span>
            {one.name || "whoever holds the link"}
            <em className="mark-word">{STATES[one.state]}</em>
            <span className="fine">
              {" "}
              {what(one)}; by {one.inviter}
              {one.state === "open" && (
                <>
                  , until <InstantWords at={one.expiresAt} />
                </>
              )}
            </span>
          </span>
          {one.state === "open" && (
            <button type="button" className="button small" onClick={() => onWithdraw(one.id)}>
              Withdraw<span className="visually-hidden"> {one.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
