import { Link } from "@tanstack/react-router";

export const PLACES = [
  {
    to: "/p/$process",
    key: "p",
    word: "Process",
    path: "M2.5 2.5h11v4h-11zM2.5 9h5v4.5h-5zM10 9h3.5v4.5H10z",
  },
  { to: "/p/$process/timeline", key: "t", word: "Timeline", path: "M1.5 8h13M4 5.5v5M8 3v10M12 5.5v5" },
  {
    to: "/p/$process/occurrences",
    key: "o",
    word: "Occurrences",
    path: "M2.5 3.5h1M6 3.5h7.5M2.5 8h1M6 8h7.5M2.5 12.5h1M6 12.5h7.5",
  },
  { to: "/p/$process/reports", key: "r", word: "Reports", path: "M3.5 1.5h9v13h-9zM6 5h4M6 8h4M6 11h2.5" },
  {
    to: "/p/$process/actors",
    key: "a",
    word: "Actors",
    path: "M8 2.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4",
  },
  {
    to: "/p/$process/review",
    key: "q",
    word: "Review",
    path: "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5zM6 6.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M8 11.3v.2",
  },
  { to: "/p/$process/add", key: "n", word: "Add", more: " reports", path: "M8 3v10M3 8h10" },
] as const;

/** The places of a process: a rail beside wide pages, a bar under narrow ones. */
export function Navigation({ process, unsure }: { process: string; unsure: number | null }) {
  return (
    <nav className="navigation" aria-label="Process">
      <ul>
        {PLACES.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              params={{ process }}
              activeOptions={{ exact: place.key === "p", includeSearch: false }}
              aria-keyshortcuts={`g ${place.key}`}
            >
              <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
                <path d={place.path} />
              </svg>
              <span className="nav-word">
                {place.word}
                {"more" in place && <span className="nav-more">{place.more}</span>}
              </span>
              {place.key === "q" && unsure !== null && unsure > 0 && (
                <span className="nav-count">
                  {unsure}
                  <span className="visually-hidden"> waiting</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
