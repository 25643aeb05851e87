import { JUDGED, KINDS, STATUSES } from "@parley/protocol";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type OccurrenceFilter, occurrencesQuery } from "../api/queries.ts";
import { More } from "../parts/more.tsx";
import { NamesProvider, nameFromId } from "../parts/names.tsx";
import { OccurrenceList } from "../parts/occurrence-line.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { JUDGED_WORDS, KIND_WORDS } from "../view/words.ts";

interface Choice {
  label: string;
  field: keyof OccurrenceFilter;
  options: [value: string, words: string][];
}

const CHOICES: Choice[] = [
  { label: "Kind", field: "kind", options: KINDS.map((kind) => [kind, KIND_WORDS[kind].many]) },
  { label: "Status", field: "status", options: STATUSES.map((status) => [status, status]) },
  { label: "Judgement", field: "judgement", options: JUDGED.map((judged) => [judged, JUDGED_WORDS[judged]]) },
  {
    label: "Told as",
    field: "background",
    options: [
      ["false", "news"],
      ["true", "background"],
    ],
  },
];

/** The actor asked for in the address, with the way back to all. */
function OfActor({ filter, name }: { filter: OccurrenceFilter; name: string }) {
  const process = useProcessId();
  const { actor: _, ...rest } = filter;
  return (
    <p className="of-actor">
      Only those with <strong>{name}</strong>{" "}
      <Link className="button small" to="/p/$process/occurrences" params={{ process }} search={rest} replace>
        With all actors
      </Link>
    </p>
  );
}

function Filters({ filter }: { filter: OccurrenceFilter }) {
  const navigate = useNavigate();
  const process = useProcessId();
  const set = (field: keyof OccurrenceFilter, value: string) =>
    void navigate({
      to: "/p/$process/occurrences",
      params: { process },
      search: { ...filter, [field]: value === "" ? undefined : value },
      replace: true,
    });
  return (
    <form
      className="filters"
      aria-label="Filter the occurrences"
      onSubmit={(event) => event.preventDefault()}
    >
      {CHOICES.map((choice) => (
        <label key={choice.field} className="field">
          <span>{choice.label}</span>
          <select
            value={filter[choice.field] ?? ""}
            onChange={(event) => set(choice.field, event.target.value)}
          >
            <option value="">all</option>
            {choice.options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(["from", "to"] as const).map((field) => (
        <label key={field} className="field">
          <span>{field === "from" ? "From" : "To"}</span>
          <input
            type="date"
            value={filter[field] ?? ""}
            onChange={(event) => set(field, event.target.value)}
          />
        </label>
      ))}
    </form>
  );
}

export function OccurrencesPage(): ReactNode {
  const process = useProcessId();
  const filter: OccurrenceFilter = useSearch({ from: "/p/$process/occurrences" });
  const query = useInfiniteQuery(occurrencesQuery(process, filter));
  return (
    <>
      <PageHead title="Occurrences" />
      <Filters filter={filter} />
      {filter.actor && (
        <OfActor
          filter={filter}
          name={
            query.data?.pages[0]?.actors.find((actor) => actor.id === filter.actor)?.name ??
            nameFromId(filter.actor)
          }
        />
      )}
      <Answered query={query} what="the occurrences">
        {({ pages }) => {
          const occurrences = pages.flatMap((page) => page.occurrences);
          if (occurrences.length === 0)
            return (
              <Empty title="Nothing fits">
                <p>No occurrence in the record has all these marks.</p>
              </Empty>
            );
          return (
            <NamesProvider lists={pages}>
              <div className="framed">
                <OccurrenceList occurrences={occurrences} />
              </div>
              <More query={query} shown={occurrences.length} total={pages[0]?.total ?? occurrences.length} />
            </NamesProvider>
          );
        }}
      </Answered>
    </>
  );
}
