import { useState } from "react";

/** The rule of a channel: messages are kept, or erased some days after they were sent. */
export function RetentionField({ days }: { days: number | null }) {
  const [kept, setKept] = useState(days === null);
  return (
    <fieldset className="choices">
      <legend>Messages</legend>
      <label className="check">
        <input type="radio" name="kept" value="yes" checked={kept} onChange={() => setKept(true)} />
        <span>are kept</span>
      </label>
      <label className="check">
        <input type="radio" name="kept" value="no" checked={!kept} onChange={() => setKept(false)} />
        <span>
          are erased{" "}
          <input
            className="days"
            name="days"
            type="number"
            min={1}
            max={3650}
            defaultValue={days ?? 30}
            disabled={kept}
            required
            aria-label="Days after which messages are erased"
          />{" "}
          days after they were sent
        </span>
      </label>
    </fieldset>
  );
}

export const readDays = (fields: FormData): number | null =>
  fields.get("kept") === "no" ? Number(fields.get("days")) : null;
