import type { ContactState } from "@parley/protocol";
import { CONTACT_STATE_WORDS } from "./words.ts";

export function StateWord({ state }: { state: ContactState }) {
  return (
    <span className="state-word" data-state={state}>
      {CONTACT_STATE_WORDS[state]}
    </span>
  );
}
