/** In whose name this person writes and reads in a channel. */
import type { Channel, DelegationView } from "@parley/protocol";
import { useState } from "react";
import type { Acting } from "../delegations.ts";

const THIRD_PARTY = ["mediator", "co-chair", "secretariat"];
export const isThirdParty = ({ capacity }: DelegationView): boolean => THIRD_PARTY.includes(capacity);

export interface Voice {
  delegation: DelegationView;
  /** The third party writes down what the delegation told it. */
  noted: boolean;
}

/** Own delegations first, then those whose words the third party may write down here. */
export function voicesIn(acting: Acting, channel: Pick<Channel, "kind" | "delegations"> | null): Voice[] {
  const here = acting.all.filter((one) => channel === null || channel.delegations.includes(one.id));
  const own = here.filter((one) => acting.own.includes(one));
  const single = acting.mode === "single";
  const notes = single || (channel !== null && channel.kind !== "internal" && own.some(isThirdParty));
  const first = own.filter((one) => !single || isThirdParty(one));
  const rest = here.filter((one) => !first.includes(one) && notes && channel !== null);
  return [
    ...first.map((delegation) => ({ delegation, noted: false })),
    ...rest.map((delegation) => ({ delegation, noted: true })),
  ];
}

/** Whose unread messages are counted: own, and at a laptop those of the third party. */
export const readerIn = (
  acting: Acting,
  channel: Pick<Channel, "kind" | "delegations"> | null,
): string | null => voicesIn(acting, channel).find(({ noted }) => !noted)?.delegation.id ?? null;

/** The voice that was chosen here last, while it may still speak. */
export function useVoice(channel: string, voices: Voice[]): [Voice | null, (delegation: string) => void] {
  const key = `parley.voice.${channel}`;
  const [chosen, setChosen] = useState(() => localStorage.getItem(key));
  const voice = voices.find(({ delegation }) => delegation.id === chosen) ?? voices[0] ?? null;
  return [
    voice,
    (delegation) => {
      localStorage.setItem(key, delegation);
      setChosen(delegation);
    },
  ];
}
