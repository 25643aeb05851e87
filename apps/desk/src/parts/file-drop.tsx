import { type DragEvent, useId, useState } from "react";
import { chosenFiles, droppedFiles, type NamedFile } from "./dropped-files.ts";

interface Drop {
  busy: boolean;
  onFiles: (files: NamedFile[]) => void;
}

/** Saved pages, texts, a whole folder, a feed file: dropped here or chosen. */
export function FileDrop({ busy, onFiles }: Drop) {
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const fileField = useId();
  const folderField = useId();
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setFailure(null);
    try {
      onFiles(await droppedFiles(event.dataTransfer));
    } catch (cause) {
      setFailure(`The browser could not read what was dropped: ${String(cause)}`);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the two fields inside do the same by keyboard
    <div
      className="file-drop"
      data-over={over || undefined}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
        <path d="M12 6h16l8 8v28H12zM28 6v8h8M24 20v14M18 28l6 6l6-6" />
      </svg>
      <p className="file-drop-title">Drop files or a folder here</p>
      <p className="hint">
        Saved pages (HTML), plain text, RSS or Atom feed files. Kept as given, also when they cannot be read.
      </p>
      <p className="button-row">
        <label className="button file-choice" htmlFor={fileField}>
          Choose files
          <input
            id={fileField}
            type="file"
            multiple
            disabled={busy}
            onChange={(event) => {
              onFiles(chosenFiles(event.target.files));
              event.target.value = "";
            }}
          />
        </label>
        <label className="button file-choice" htmlFor={folderField}>
          Choose a folder
          <input
            id={folderField}
            type="file"
            multiple
            disabled={busy}
            {...{ webkitdirectory: "" }}
            onChange={(event) => {
              onFiles(chosenFiles(event.target.files));
              event.target.value = "";
            }}
          />
        </label>
      </p>
      {failure && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
