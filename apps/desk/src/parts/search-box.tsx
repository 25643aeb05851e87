import { useNavigate, useSearch } from "@tanstack/react-router";
import { type RefObject, useEffect, useState } from "react";
import { useProcessId } from "./process-id.ts";

export function SearchBox({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const process = useProcessId();
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }).q ?? "";
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  return (
    <search>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: "/p/$process/search", params: { process }, search: { q: words.trim() } });
        }}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM10.3 10.3L14 14" />
        </svg>
        <input
          ref={field}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder="Search the record"
          aria-label="Search reports, quotes, actors and places"
          aria-keyshortcuts="/"
          autoComplete="off"
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
