import type { WorkingTimesView } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { stateWorkingTimes } from "./api.ts";
import { ChangeTrouble } from "./change-trouble.tsx";
import { isZone, ownZone } from "./times.ts";
import { DAYS, daysOff, typedWeek, WEEKS, weekOf } from "./working-week.ts";
import { ZoneField } from "./zone-field.tsx";

interface Stating {
  process: string;
  delegation: string;
  stated: WorkingTimesView | null;
}

const USUAL = { from: "09:00", to: "17:00" };

export function WorkingTimesForm({ process, delegation, stated }: Stating) {
  const client = useQueryClient();
  const [zone, setZone] = useState(stated?.zone ?? ownZone());
  const [typed, setTyped] = useState(() =>
    typedWeek(stated?.week ?? WEEKS[0]!.days.map((day) => ({ day, ...USUAL }))),
  );
  const [off, setOff] = useState(stated?.off.join(", ") ?? "");
  const save = useMutation({
    mutationFn: () =>
      stateWorkingTimes(process, delegation, {
        ...{ command: crypto.randomUUID(), revision: stated?.revision ?? "" },
        times: { zone, week: weekOf(typed), off: daysOff(off) },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "delegation"] }),
  });
  const known = isZone(zone);
  const reversed = weekOf(typed).some((one) => one.from >= one.to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (known && !reversed && !save.isPending) save.mutate();
  };
  const set = (day: number, hours: { from: string; to: string } | null) =>
    setTyped({ hours: { ...typed.hours, [day]: hours } });
  return (
    <form className="form working-form" onSubmit={submit}>
      <ZoneField label="Zone" value={zone} onChange={setZone} invalid={!known} />
      <fieldset className="button-row">
        <legend className="visually-hidden">Usual weeks</legend>
        {WEEKS.map(({ word, days }) => (
          <button
            key={word}
            type="button"
            className="button small"
            onClick={() => {
              const hours = typed.hours[days[0]!] ?? Object.values(typed.hours).find(Boolean) ?? USUAL;
              setTyped({
                hours: Object.fromEntries(
                  [1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? hours : null]),
                ),
              });
            }}
          >
            {word}
          </button>
        ))}
      </fieldset>
      <fieldset className="week">
        <legend className="visually-hidden">Hours of each day</legend>
        {DAYS.map((word, i) => {
          const day = i + 1;
          const hours = typed.hours[day] ?? null;
          return (
            <div key={word} className="week-day">
              <label className="check">
                <input
                  type="checkbox"
                  checked={hours !== null}
                  onChange={(event) => set(day, event.target.checked ? USUAL : null)}
                />
                {word}
              </label>
              {hours && (
                <>
                  <input
                    type="time"
                    aria-label={`${word} from`}
                    value={hours.from}
                    onChange={(event) => set(day, { ...hours, from: event.target.value })}
                  />
                  <span aria-hidden="true">–</span>
                  <input
                    type="time"
                    aria-label={`${word} to`}
                    value={hours.to === "24:00" ? "00:00" : hours.to}
                    onChange={(event) => set(day, { ...hours, to: event.target.value })}
                  />
                </>
              )}
            </div>
          );
        })}
      </fieldset>
      <label className="field">
        <span>Days off, as 2026-03-21, parted by commas</span>
        <textarea rows={2} value={off} onChange={(event) => setOff(event.target.value)} />
      </label>
      {reversed && (
        <p className="form-error" role="alert">
          A day ends before it begins.
        </p>
      )}
      <ChangeTrouble error={save.error} />
      <p className="button-row">
        <button
          type="submit"
          className="button primary small"
          disabled={!known || reversed || save.isPending}
        >
          {save.isPending ? "Sending…" : "Keep it"}
        </button>
      </p>
    </form>
  );
}
