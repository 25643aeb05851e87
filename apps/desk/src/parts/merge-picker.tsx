import type { Occurrence, OccurrenceSummary, OccurrenceView } from "@parley/protocol";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { occurrencesQuery } from "../api/queries.ts";
import { edtfWords } from "../view/edtf-words.ts";
import { headline } from "../view/headline.ts";
import { nameFromId, useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";

interface Picker {
  occurrence: Occurrence;
  possiblySame: OccurrenceView["possiblySame"];
  picked: string | null;
  onPick: (occurrence: string) => void;
}

/** The other occurrence of a merge: the machine's candidates first, then all of the same kind, narrowed by typing. */
export function MergePicker({ occurrence, possiblySame, picked, onPick }: Picker) {
  const process = useProcessId();
  const names = useNames();
  const [words, setWords] = useState("");
  const query = useInfiniteQuery(occurrencesQuery(process, { kind: occurrence.kind }));
  const pages = query.data?.pages ?? [];
  const listed = new Map(pages.flatMap((page) => page.actors).map((actor) => [actor.id, actor.name]));
  const nameOf = (id: string) => listed.get(id) ?? names.known(id)?.name ?? nameFromId(id);
  const lineOf = (one: OccurrenceSummary) =>
    `${headline(one, nameOf)}, ${one.status}, ${one.when ? edtfWords(one.when.edtf) : "no date"}`;
  const first = possiblySame.map((candidate) => candidate.occurrence);
  const rest = pages
    .flatMap((page) => page.occurrences)
    .filter((one) => one.id !== occurrence.id && first.every((candidate) => candidate.id !== one.id));
  const fits = [...first, ...rest].filter((one) =>
    `${lineOf(one)} ${one.quote}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <fieldset className="picker">
      <legend>Merge with</legend>
      <label className="field">
        <span>Narrow by words</span>
        {/* biome-ignore lint/a11y/noAutofocus: the form opens on a key or a press that asks for it */}
        <input autoFocus type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="picker-list">
        {fits.slice(0, 40).map((one) => (
          <label key={one.id} className="check">
            <input type="radio" name="merge" checked={picked === one.id} onChange={() => onPick(one.id)} />
            <span>
              {lineOf(one)}
              <span className="fine"> “{one.quote}”</span>
            </span>
          </label>
        ))}
        {fits.length === 0 && <p className="unknown">No other occurrence of this kind fits.</p>}
        {query.hasNextPage && (
          <button type="button" className="button small" onClick={() => void query.fetchNextPage()}>
            Look further
          </button>
        )}
      </div>
    </fieldset>
  );
}
