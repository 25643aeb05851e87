import type { DelegationView } from "@parley/protocol";
import type { FormEvent } from "react";
import { Section } from "../../parts/section.tsx";
import type { Change } from "./delegation-page.tsx";

interface Changeable {
  delegation: DelegationView;
  change: Change;
  /** Whether it is this person's to end. */
  ends: boolean;
}

export function DelegationChangeForms({ delegation, change, ends }: Changeable) {
  const amend = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    void change({
      type: "amend",
      amendment: {
        ...{ name: read("name"), mandate: read("mandate") },
        represents: read("represents")
          .split(/[,;\s]+/u)
          .filter(Boolean),
      },
    });
  };
  const close = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason")).trim();
    void change({ type: "close", reason });
  };
  return (
    <Section title="Change it">
      <details>
        <summary>Name, mandate and whom it speaks for</summary>
        <form className="form" onSubmit={amend}>
          <label className="field">
            <span>Name</span>
            <input name="name" required maxLength={200} defaultValue={delegation.name} />
          </label>
          <label className="field">
            <span>Speaks for, as reports name it</span>
            <input name="represents" defaultValue={delegation.represents.join(", ")} autoComplete="off" />
          </label>
          <label className="field">
            <span>Mandate, in its own words</span>
            <textarea name="mandate" rows={4} maxLength={20_000} defaultValue={delegation.mandate} />
          </label>
          <p className="button-row">
            <button type="submit" className="button">
              Save
            </button>
          </p>
        </form>
      </details>
      {ends && (
        <details>
          <summary>End the delegation</summary>
          <form className="form" onSubmit={close}>
            <label className="field">
              <span>Why it ends; all who see it read this</span>
              <input name="reason" required maxLength={2000} />
            </label>
            <p className="hint">Its members lose its sight at once. What it wrote stays in the record.</p>
            <p className="button-row">
              <button type="submit" className="button">
                End it
              </button>
            </p>
          </form>
        </details>
      )}
    </Section>
  );
}
