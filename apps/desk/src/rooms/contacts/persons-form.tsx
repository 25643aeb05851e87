import type { ContactView, InvitedSide } from "@parley/protocol";
import { useState } from "react";
import { DecisionForm } from "./decision-form.tsx";
import { namesOf } from "./typed-lists.ts";
import { useChange } from "./use-change.ts";

interface Naming {
  side: InvitedSide;
  contact: ContactView;
  onClose: () => void;
}

/** A side says who comes for it. */
export function PersonsForm({ side, contact, onClose }: Naming) {
  const [typed, setTyped] = useState(side.persons.join(", "));
  const change = useChange(contact, onClose);
  const persons = namesOf(typed);
  return (
    <DecisionForm
      title="Who comes"
      send="Name them"
      lacking={persons.join() === side.persons.join() ? "Nothing is different yet." : null}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={() =>
        change.mutate({
          side: side.delegation,
          change: { type: "name-persons", delegation: side.delegation, persons },
        })
      }
    >
      <label className="field">
        <span>Names, parted by commas</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the form opens on a press that asks for it
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          dir="auto"
        />
      </label>
    </DecisionForm>
  );
}
