/** When a readout goes out, and to whom: at once or at an instant, to the sides earlier than to all where that is wanted. */
import type { Readership, ReadoutView } from "@parley/protocol";
import { READERSHIPS } from "@parley/protocol";
import { type FormEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { READERSHIP_WORDS, zoneWords } from "./words.ts";

export interface PlannedOut {
  to: Readership;
  /** ISO instant; null at once. */
  at: string | null;
}

interface Scheduling {
  readout: ReadoutView;
  /** Names of those who count as the sides. */
  sides: string[];
  pending: boolean;
  error: Error | null;
  onSchedule: (publications: PlannedOut[]) => void;
  onClose: () => void;
}

type Chosen = Record<Readership, { on: boolean; when: "now" | "later"; at: string }>;

const START: Chosen = {
  sides: { on: true, when: "now", at: "" },
  process: { on: false, when: "now", at: "" },
  public: { on: false, when: "now", at: "" },
};

export function ScheduleDialog({ readout, sides, pending, error, onSchedule, onClose }: Scheduling) {
  const had = readout.publications.filter(({ version }) => version === readout.version).map(({ to }) => to);
  const open = READERSHIPS.filter((to) => !had.includes(to));
  const [chosen, setChosen] = useState<Chosen>({
    ...START,
    ...(had.includes("sides") && open[0] ? { [open[0]]: { ...START[open[0]], on: true } } : {}),
  });
  const planned = open
    .filter((to) => chosen[to].on)
    .map((to): PlannedOut & { invalid: boolean } => {
      const { when, at } = chosen[to];
      const instant = when === "now" ? null : new Date(at);
      const invalid = instant !== null && (Number.isNaN(instant.getTime()) || instant.getTime() < Date.now());
      return { to, at: instant && !invalid ? instant.toISOString() : null, invalid };
    });
  const reversed = planned.some(
    ({ at }, i) =>
      i > 0 && (at ? Date.parse(at) : 0) < (planned[i - 1]!.at ? Date.parse(planned[i - 1]!.at!) : 0),
  );
  const lacking = !planned.length
    ? "Choose who gets it."
    : planned.some(({ invalid }) => invalid)
      ? "Give an instant that is still to come."
      : reversed
        ? "The wider readership cannot get it before the narrower one."
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacking && !pending) onSchedule(planned.map(({ to, at }) => ({ to, at })));
  };
  const set = (to: Readership, change: Partial<Chosen[Readership]>) =>
    setChosen({ ...chosen, [to]: { ...chosen[to], ...change } });
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(is) => !is && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">Publish the readout</Heading>
            <button type="button" className="button quiet" onClick={onClose}>
              Close
            </button>
          </header>
          <form className="form" onSubmit={submit}>
            {open.map((to) => (
              <fieldset key={to} className="readership">
                <legend className="visually-hidden">{READERSHIP_WORDS[to]}</legend>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={chosen[to].on}
                    onChange={(event) => set(to, { on: event.target.checked })}
                  />
                  <span>To {READERSHIP_WORDS[to]}</span>
                </label>
                {to === "sides" && <p className="hint">{sides.join(", ")}</p>}
                {chosen[to].on && (
                  <div className="when-row">
                    <label className="check">
                      <input
                        type="radio"
                        name={`when-${to}`}
                        checked={chosen[to].when === "now"}
                        onChange={() => set(to, { when: "now" })}
                      />
                      <span>at once</span>
                    </label>
                    <label className="check">
                      <input
                        type="radio"
                        name={`when-${to}`}
                        checked={chosen[to].when === "later"}
                        onChange={() => set(to, { when: "later" })}
                      />
                      <span>at</span>
                    </label>
                    {chosen[to].when === "later" && (
                      <label className="field">
                        <span>Day and time in {zoneWords()}</span>
                        <input
                          type="datetime-local"
                          required
                          value={chosen[to].at}
                          onChange={(event) => set(to, { at: event.target.value })}
                        />
                      </label>
                    )}
                  </div>
                )}
              </fieldset>
            ))}
            {error && (
              <p className="form-error" role="alert">
                Not scheduled: {error.message}
              </p>
            )}
            <p className="button-row">
              <button type="submit" className="button primary" disabled={lacking !== null || pending}>
                {planned.some(({ to }) => chosen[to].when === "later") ? "Schedule it" : "Publish it now"}
              </button>
              <button type="button" className="button quiet" onClick={onClose}>
                Not yet
              </button>
              {lacking && <span className="hint">{lacking}</span>}
            </p>
            <p className="hint">
              What is published stays. It can be corrected by a later version, not taken back.
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
