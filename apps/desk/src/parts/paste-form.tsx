import type { NewDocument } from "@parley/protocol";
import { type FormEvent, useState } from "react";
import type { z } from "zod";

interface Pasted {
  busy: boolean;
  /** `taken` is to be called once the server has it; until then nothing typed is thrown away. */
  onDocument: (document: z.infer<typeof NewDocument>, taken: () => void) => void;
}

const looksLikePage = (text: string): boolean =>
  /<(?:!doctype|html|body|article|p|div)[\s>]/iu.test(text.slice(0, 4000));

/** A report pasted in: words or a page's source; the rest only where the page itself does not say it. */
export function PasteForm({ busy, onDocument }: Pasted) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const given = Object.fromEntries(
      ["title", "outlet", "url", "published"]
        .map((name) => [name, String(fields.get(name) ?? "").trim()] as const)
        .filter(([, value]) => value !== ""),
    );
    const document = {
      ...given,
      ...(looksLikePage(text) ? { html: text } : { text }),
      name: given.title ?? "Pasted report",
    };
    onDocument(document, () => {
      setText("");
      form.reset();
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <label className="field">
        <span>Report</span>
        <textarea
          className="paste"
          required
          rows={12}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Paste the report's text, or the source of its page"
        />
      </label>
      <details className="more-fields">
        <summary>Title, outlet, address, date of publication</summary>
        <p className="hint">Only what the text itself does not say. Left empty, the reader looks for it.</p>
        <div className="field-row">
          <label className="field">
            <span>Title</span>
            <input name="title" autoComplete="off" dir="auto" />
          </label>
          <label className="field">
            <span>Outlet</span>
            <input name="outlet" autoComplete="off" />
          </label>
        </div>
        <div className="field-row">
          <label className="field">
            <span>Address</span>
            <input name="url" type="url" autoComplete="off" />
          </label>
          <label className="field">
            <span>Published</span>
            <input name="published" type="date" />
          </label>
        </div>
      </details>
      <p className="button-row">
        <button type="submit" className="button primary" disabled={busy || text.trim() === ""}>
          Read it in
        </button>
      </p>
    </form>
  );
}
