import { BASES, type Basis, type Occurrence, STATUSES, TYPES } from "@parley/protocol";
import { useState } from "react";
import { edtfWords } from "../view/edtf-words.ts";
import { type Correction, correctionOf, isEdtf } from "../view/judgement-draft.ts";
import { BASIS_WORDS, typeWords } from "../view/words.ts";
import { RoleRows } from "./role-rows.tsx";

interface Known {
  actors: { id: string; name: string }[];
  places: { id: string; name: string }[];
}

interface Edited {
  occurrence: Occurrence;
  known: Known;
  /** The changed fields; null while nothing is changed or something cannot be read. */
  onChange: (correction: Correction | null) => void;
}

type Fields = Required<Correction>;

/** The fields a person may replace. What was read stays in the history. */
export function CorrectionForm({ occurrence, known, onChange }: Edited) {
  const { type, status, when, where, actors, background } = occurrence;
  const [fields, setFields] = useState<Fields>({ type, status, when, where, actors, background });
  const [edtf, setEdtf] = useState(when?.edtf ?? "");
  const broken = edtf !== "" && !isEdtf(edtf);

  const change = (part: Partial<Fields>, unreadable = broken) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(unreadable ? null : correctionOf(occurrence, next));
  };
  const changeWhen = (text: string, basis: Basis, why: string) => {
    setEdtf(text);
    const bad = text !== "" && !isEdtf(text);
    const dated = { asWorded: when?.asWorded ?? null, zone: when?.zone ?? null, edtf: text, basis, why };
    change(bad ? {} : { when: text === "" ? null : dated }, bad);
  };
  const basis = fields.when?.basis ?? "stated";
  const why = fields.when?.why ?? "";

  return (
    <div className="correction">
      <div className="field-row">
        <label className="field">
          <span>Type</span>
          <select
            // biome-ignore lint/a11y/noAutofocus: the form opens on a key or a press that asks for it
            autoFocus
            value={fields.type ?? ""}
            onChange={(event) => change({ type: event.target.value || null })}
          >
            <option value="">not known</option>
            {TYPES[occurrence.kind].map((one) => (
              <option key={one} value={one}>
                {typeWords(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Status</span>
          <select
            value={fields.status}
            onChange={(event) =>
              change({ status: STATUSES.find((one) => one === event.target.value) ?? fields.status })
            }
          >
            {STATUSES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <div className="field-row">
        <label className="field">
          <span>When, as EDTF (empty: not known)</span>
          <input
            value={edtf}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={broken}
            onChange={(event) => changeWhen(event.target.value.trim(), basis, why)}
          />
          <span className="hint" role="status">
            {broken ? "Not a date as EDTF writes it, like 2020-10-10 or XXXX-09-30" : edtf && edtfWords(edtf)}
          </span>
        </label>
        <label className="field">
          <span>Basis</span>
          <select
            value={basis}
            disabled={edtf === ""}
            onChange={(event) =>
              changeWhen(edtf, BASES.find((one) => one === event.target.value) ?? basis, why)
            }
          >
            {BASES.map((one) => (
              <option key={one} value={one}>
                {BASIS_WORDS[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        <span>Why this date</span>
        <input
          value={why}
          disabled={edtf === ""}
          autoComplete="off"
          onChange={(event) => changeWhen(edtf, basis, event.target.value)}
        />
      </label>
      <label className="field">
        <span>Where</span>
        <select
          value={fields.where ?? ""}
          onChange={(event) => change({ where: event.target.value || null })}
        >
          <option value="">not known</option>
          {known.places.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </select>
      </label>
      <RoleRows actors={fields.actors} known={known.actors} onChange={(next) => change({ actors: next })} />
      <label className="check">
        <input
          type="checkbox"
          checked={fields.background}
          onChange={(event) => change({ background: event.target.checked })}
        />
        Older news, told as background
      </label>
    </div>
  );
}
