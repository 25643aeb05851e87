/** A readout's texts with their languages side by side. Every key is kept in this browser; Save makes a version. */
import type { ReadoutText, ReadoutView } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "../../api/client.ts";
import { LanguageColumn } from "./language-column.tsx";
import { useLocalDraft } from "./local-draft.ts";
import { changeReadout, draftReadout } from "./queries.ts";
import { ReaderPreview } from "./reader-preview.tsx";
import { LANGUAGES, languageName } from "./words.ts";

interface Edited {
  process: string;
  contact: string;
  delegation: string;
  /** Null for a new one. */
  readout: ReadoutView | null;
  onDone: () => void;
}

const BLANK: ReadoutText[] = [{ language: "en", title: "", text: "" }];

export function ReadoutEditor({ process, contact, delegation, readout, onDone }: Edited) {
  const client = useQueryClient();
  const local = useLocalDraft(process, contact, delegation);
  const texts = local.texts ?? readout?.texts ?? BLANK;
  const revision = readout?.revision ?? "";
  const movedOn = local.texts !== null && local.over !== revision;
  const set = (next: ReadoutText[]) => local.keep(next, local.texts ? local.over : revision);
  const save = useMutation({
    mutationFn: () =>
      readout
        ? changeReadout(readout, { type: "revise", texts })
        : draftReadout({ process, contact, delegation, texts }),
    onSuccess: () => {
      local.forget();
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "readout"] }),
  });
  const unused = LANGUAGES.filter((code) => !texts.some(({ language }) => language === code));
  const english = texts.find(({ language }) => language.startsWith("en"));
  const changed = JSON.stringify(texts) !== JSON.stringify(readout?.texts ?? BLANK);
  return (
    <form
      className="form readout-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !save.isPending) save.mutate();
      }}
    >
      {movedOn && readout && (
        <StandsNow readout={readout} onTake={local.forget} onStay={() => local.keep(texts, revision)} />
      )}
      <div className="language-columns">
        {texts.map((text, i) => (
          <LanguageColumn
            key={text.language}
            text={text}
            onChange={(next) => set(texts.map((one, n) => (n === i ? next : one)))}
            onRemove={texts.length > 1 ? () => set(texts.filter((_, n) => n !== i)) : undefined}
          />
        ))}
      </div>
      {texts.length < 8 && (
        <AddLanguage
          unused={unused}
          taken={texts.map(({ language }) => language)}
          onAdd={(language) => set([...texts, { language, title: "", text: "" }])}
        />
      )}
      {english && <ReaderPreview process={process} delegation={delegation} text={english} />}
      {save.error && (
        <p className="form-error" role="alert">
          Not saved: {save.error.message}
          {save.error instanceof Failure && save.error.code === "moved-on"
            ? " What you typed is kept here."
            : ""}
        </p>
      )}
      <p className="button-row">
        <button
          type="submit"
          className="button primary"
          disabled={!changed || save.isPending || texts.every(({ text }) => text.trim() === "")}
        >
          {save.isPending ? "Saving…" : readout ? "Save as a new version" : "Save the draft"}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          Close
        </button>
        {local.texts && changed && <span className="hint">Kept in this browser, not saved yet.</span>}
        {local.texts && readout && changed && (
          <button type="button" className="button quiet small" onClick={local.forget}>
            Back to the saved version
          </button>
        )}
      </p>
    </form>
  );
}

interface Standing {
  readout: ReadoutView;
  onTake: () => void;
  onStay: () => void;
}

/** Somebody of the delegation saved meanwhile. */
function StandsNow({ readout, onTake, onStay }: Standing) {
  return (
    <div className="notice" role="alert">
      <p>Somebody of your delegation saved version {readout.version} meanwhile. Your own words are below.</p>
      <details>
        <summary>Version {readout.version} as it stands</summary>
        {readout.texts.map(({ language, title, text }) => (
          <div key={language} className="stands-now" dir="auto" lang={language}>
            <strong>{title}</strong>
            <p>{text}</p>
          </div>
        ))}
      </details>
      <p className="button-row">
        <button type="button" className="button small" onClick={onStay}>
          Go on with mine
        </button>
        <button type="button" className="button quiet small" onClick={onTake}>
          Take theirs
        </button>
      </p>
    </div>
  );
}

interface Adding {
  unused: string[];
  taken: string[];
  onAdd: (language: string) => void;
}

const CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function AddLanguage({ unused, taken, onAdd }: Adding) {
  const [code, setCode] = useState("");
  const fits = CODE.test(code) && !taken.includes(code);
  const add = () => {
    if (!fits) return;
    onAdd(code);
    setCode("");
  };
  return (
    <div className="add-language">
      <label className="field">
        <span>Another language</span>
        <input
          list="readout-languages"
          value={code}
          placeholder="hy, ru, fr …"
          autoComplete="off"
          onChange={(event) => setCode(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
      </label>
      <datalist id="readout-languages">
        {unused.map((language) => (
          <option key={language} value={language}>
            {languageName(language)}
          </option>
        ))}
      </datalist>
      <button type="button" className="button" disabled={!fits} onClick={add}>
        {fits ? `Add ${languageName(code)}` : "Add"}
      </button>
    </div>
  );
}
