/** One language of a readout: its title, its text, how long it is. */
import type { ReadoutText } from "@parley/protocol";
import { useId } from "react";
import { countOf, languageName } from "./words.ts";

interface Columned {
  text: ReadoutText;
  onChange: (text: ReadoutText) => void;
  /** Absent where it is the only one. */
  onRemove: (() => void) | undefined;
}

export function LanguageColumn({ text, onChange, onRemove }: Columned) {
  const id = useId();
  const name = languageName(text.language);
  const words = countOf(text.text);
  return (
    <fieldset className="language-column">
      <legend>
        {name} <span className="fine">{text.language}</span>
        {onRemove && (
          <button
            type="button"
            className="button quiet small"
            onClick={onRemove}
            aria-label={`Take out ${name}`}
          >
            Take out
          </button>
        )}
      </legend>
      <label className="field" htmlFor={`${id}-title`}>
        <span>Title</span>
        <input
          id={`${id}-title`}
          dir="auto"
          lang={text.language}
          maxLength={300}
          value={text.title}
          autoComplete="off"
          onChange={(event) => onChange({ ...text, title: event.target.value })}
        />
      </label>
      <label className="field" htmlFor={`${id}-text`}>
        <span>Text</span>
        <textarea
          id={`${id}-text`}
          dir="auto"
          lang={text.language}
          rows={11}
          maxLength={100_000}
          value={text.text}
          onChange={(event) => onChange({ ...text, text: event.target.value })}
        />
      </label>
      <p className="hint">{words === 1 ? "1 word" : `${words} words`}</p>
    </fieldset>
  );
}
