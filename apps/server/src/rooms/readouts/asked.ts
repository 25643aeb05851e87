/** What a request on a readout asks of its aggregate. */
import type { Approval, ContactView, ReadoutChange } from "@parley/protocol";
import { contentHash, type readout } from "@parley/record";

export interface Asked {
  change: ReadoutChange;
  author: readout.Author;
  leads: boolean;
  approval: Approval;
  contact: ContactView | null;
  delegation: string;
  /** Names what the command makes. */
  made: string;
}

export function asked({
  change,
  author,
  leads,
  approval,
  contact,
  delegation,
  made,
}: Asked): readout.Command {
  switch (change.type) {
    case "revise":
      return { type: "revise-readout", texts: change.texts, ...author };
    case "submit":
      return { type: "submit-readout", approval, ...author };
    case "approve":
      return { type: "approve-readout", leads, ...author };
    case "return":
      return { type: "return-readout", reason: change.reason, leads, ...author };
    case "schedule":
      return {
        ...{ type: "schedule-readout", approval, leads, ...author },
        publications: change.publications.map(({ to, at }) => ({
          ...{ id: contentHash([made, to]).slice(0, 20), to, at: at ?? author.at },
          delegations: to === "sides" ? sidesOf(contact, delegation) : [],
        })),
      };
    case "unschedule":
      return { type: "unschedule-readout", ...author };
    case "withdraw":
      return { type: "withdraw-readout", reason: change.reason, ...author };
  }
}

/** Who takes part in the contact now; nobody but the delegation itself where it takes part no longer. */
function sidesOf(contact: ContactView | null, delegation: string): string[] {
  const others = contact ? [contact.convener, ...contact.invited.map((one) => one.delegation)] : [];
  return [...new Set([delegation, ...others])].sort();
}
