import { useId } from "react";
import { allZones } from "./times.ts";

/** An IANA zone, typed or chosen. */
export function ZoneField({
  label,
  value,
  onChange,
  invalid,
}: {
  label: string;
  value: string;
  onChange: (zone: string) => void;
  invalid: boolean;
}) {
  const list = useId();
  const hint = useId();
  return (
    <label className="field">
      <span>{label}</span>
      <input
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required
        autoComplete="off"
        spellCheck={false}
        placeholder="Asia/Yerevan"
        aria-invalid={invalid}
        {...(invalid ? { "aria-describedby": hint } : {})}
      />
      {invalid && (
        <span className="form-error" id={hint}>
          No zone of that name. Type a city, such as Asia/Yerevan.
        </span>
      )}
      <datalist id={list}>
        {allZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </label>
  );
}
