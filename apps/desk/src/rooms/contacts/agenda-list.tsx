/** Items with those one may change in place, and a line to add one. */
import { type FormEvent, useState } from "react";

export interface ListedItem {
  id: string;
  text: string;
  /** Whose it is, "" where the list is one side's own. */
  by: string;
  mine: boolean;
}

export type ItemChange =
  | { type: "add-item"; text: string }
  | { type: "change-item"; item: string; text: string }
  | { type: "drop-item"; item: string };

interface Listed {
  items: ListedItem[];
  /** What the line to add says; null where nothing may be added. */
  add: string | null;
  pending: boolean;
  onChange: (change: ItemChange, side: ListedItem | null) => Promise<unknown>;
}

export function AgendaList({ items, add, pending, onChange }: Listed) {
  const [editing, setEditing] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (text !== "" && !pending)
      void onChange({ type: "add-item", text }, null).then(
        () => setTyped(""),
        () => {},
      );
  };
  return (
    <>
      <ol className="agenda-list">
        {items.map((item) => (
          <li key={item.id}>
            {editing === item.id ? (
              <EditItem
                item={item}
                onSave={(text) =>
                  void onChange({ type: "change-item", item: item.id, text }, item).then(
                    () => setEditing(null),
                    () => {},
                  )
                }
                onLeave={() => setEditing(null)}
              />
            ) : (
              <>
                <span dir="auto">{item.text}</span>
                {item.by && <span className="zone"> {item.by}</span>}
                {item.mine && (
                  <span className="item-acts">
                    <button
                      type="button"
                      className="button quiet small"
                      onClick={() => setEditing(item.id)}
                      aria-label={`Edit: ${item.text}`}
                    >
                      Edit
                    </button>
                    <button
                      type="button"
                      className="button quiet small"
                      onClick={() =>
                        void onChange({ type: "drop-item", item: item.id }, item).catch(() => {})
                      }
                      aria-label={`Take off: ${item.text}`}
                    >
                      Take off
                    </button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {add !== null && (
        <form className="form inline-form" onSubmit={send}>
          <label className="field">
            <span>{add}</span>
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              maxLength={2000}
              autoComplete="off"
              dir="auto"
            />
          </label>
          <button type="submit" className="button" disabled={pending || typed.trim() === ""}>
            Add
          </button>
        </form>
      )}
    </>
  );
}

interface Editing {
  item: ListedItem;
  onSave: (text: string) => void;
  onLeave: () => void;
}

function EditItem({ item, onSave, onLeave }: Editing) {
  const [text, setText] = useState(item.text);
  return (
    <form
      className="form inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") onSave(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <label className="field">
        <span className="visually-hidden">Item</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the field opens on a press that asks for it
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={2000}
          dir="auto"
        />
      </label>
      <button type="submit" className="button small">
        Save
      </button>
    </form>
  );
}
