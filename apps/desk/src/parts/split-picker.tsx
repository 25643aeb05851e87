import type { Claim } from "@parley/protocol";

interface Picker {
  claims: Claim[];
  leaving: string[];
  onChange: (leaving: string[]) => void;
}

/** The claims that leave for an occurrence of their own. At least one must stay. */
export function SplitPicker({ claims, leaving, onChange }: Picker) {
  return (
    <fieldset className="picker">
      <legend>Claims that belong to another occurrence</legend>
      <div className="picker-list">
        {claims.map((claim, index) => (
          <label key={claim.id} className="check">
            <input
              type="checkbox"
              // biome-ignore lint/a11y/noAutofocus: the form opens on a key or a press that asks for it
              autoFocus={index === 0}
              checked={leaving.includes(claim.id)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...leaving, claim.id] : leaving.filter((id) => id !== claim.id),
                )
              }
            />
            <q dir="auto">{claim.quote}</q>
          </label>
        ))}
      </div>
      {claims.length < 2 && <p className="hint">There is one claim only: nothing can be split off.</p>}
    </fieldset>
  );
}
