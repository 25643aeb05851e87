/** One's own account of a contact: nothing, a draft, or what went out. On a laptop, that of each side in turn. */
import type { Contact, ReadoutView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useActing } from "../delegations.ts";
import { ApprovalBar } from "./approval-bar.tsx";
import { versionsQuery } from "./queries.ts";
import { ReadoutEditor } from "./readout-editor.tsx";
import { languageName } from "./words.ts";

interface Owned {
  process: string;
  contact: Contact;
  readouts: ReadoutView[];
}

export const sidesOf = (contact: Contact) => [
  ...new Set([contact.convener, ...contact.invited.map(({ delegation }) => delegation)]),
];

export function OwnReadout({ process, contact, readouts }: Owned) {
  const acting = useActing(process);
  const sides = sidesOf(contact);
  const own = acting.own.filter(({ id }) => sides.includes(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const delegation = own.find(({ id }) => id === chosen) ?? own[0];
  if (!delegation) return <p className="hint">You sit in none of the delegations of this contact.</p>;
  const ofIt = readouts.filter((one) => one.delegation === delegation.id);
  return (
    <div className="own-readout">
      {own.length > 1 && (
        <label className="field inline-field">
          <span>{acting.mode === "single" ? "Account of" : "For"}</span>
          <select value={delegation.id} onChange={(event) => setChosen(event.target.value)}>
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {acting.mode === "single" && (
        <p className="hint">
          What a side told you of this contact is written down in its name and marked so.
        </p>
      )}
      {ofIt.map((readout) => (
        <OneReadout key={readout.id} contact={contact} readout={readout} sides={sides.map(acting.name)} />
      ))}
      {ofIt.length === 0 && (
        <NewReadout key={delegation.id} {...{ process, contact, delegation: delegation.id }} />
      )}
    </div>
  );
}

function NewReadout({
  process,
  contact,
  delegation,
}: {
  process: string;
  contact: Contact;
  delegation: string;
}) {
  const [writing, setWriting] = useState(false);
  if (writing)
    return (
      <ReadoutEditor
        {...{ process, delegation, contact: contact.id, readout: null }}
        onDone={() => setWriting(false)}
      />
    );
  return (
    <div className="empty">
      <p className="empty-title">No readout yet</p>
      <p>Only your delegation sees a draft, until you publish it.</p>
      <button type="button" className="button primary" onClick={() => setWriting(true)}>
        Write the readout
      </button>
    </div>
  );
}

function OneReadout({
  contact,
  readout,
  sides,
}: {
  contact: Contact;
  readout: ReadoutView;
  sides: string[];
}) {
  const [editing, setEditing] = useState(false);
  return (
    <article className="readout">
      <ApprovalBar readout={readout} sides={sides} onEdit={() => setEditing(true)} />
      {editing && readout.state !== "scheduled" ? (
        <ReadoutEditor
          process={readout.process}
          contact={contact.id}
          delegation={readout.delegation}
          readout={readout}
          onDone={() => setEditing(false)}
        />
      ) : (
        <Texts texts={readout.texts} />
      )}
      {readout.version > 1 && <Versions readout={readout} />}
    </article>
  );
}

export function Texts({ texts }: { texts: ReadoutView["texts"] }) {
  return (
    <div className="language-columns">
      {texts.map(({ language, title, text }) => (
        <section key={language} className="readout-text" lang={language} dir="auto">
          {texts.length > 1 && (
            <p className="fine" lang="en" dir="ltr">
              {languageName(language)}
            </p>
          )}
          {title && <h4>{title}</h4>}
          {text
            .split(/\n{2,}/u)
            .filter((paragraph) => paragraph.trim())
            .map((paragraph, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places
              <p key={i}>{paragraph}</p>
            ))}
        </section>
      ))}
    </div>
  );
}

function Versions({ readout }: { readout: ReadoutView }) {
  const [open, setOpen] = useState(false);
  const versions = useQuery({ ...versionsQuery(readout), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Earlier versions</summary>
      <ol className="versions">
        {versions.data?.versions
          .slice(0, -1)
          .reverse()
          .map(({ version, texts, at }) => (
            <li key={version}>
              <p className="fine">
                Version {version}, {new Date(at).toLocaleString()}
              </p>
              <Texts texts={texts} />
            </li>
          ))}
      </ol>
    </details>
  );
}
