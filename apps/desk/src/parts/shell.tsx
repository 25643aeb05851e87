/** The frame round every page of a process: masthead, navigation, main, and the keys that work everywhere. */
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { overviewQuery } from "../api/queries.ts";
import { useReminders } from "../rooms/contacts/reminders.ts";
import { SelfMenu } from "../rooms/people/self-menu.tsx";
import { LineState } from "./line-state.tsx";
import { Navigation, PLACES } from "./navigation.tsx";
import { useProcessId } from "./process-id.ts";
import { SearchBox } from "./search-box.tsx";
import { moveStop, useShortcuts } from "./shortcuts.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** After a change of page the focus goes to the main part, so that a screen reader starts there. */
function useFocusOnPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = "";
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** Fetched when first asked for. */
const ReminderBar = lazy(() =>
  import("../rooms/contacts/reminder-bar.tsx").then((module) => ({ default: module.ReminderBar })),
);
const ShortcutSheet = lazy(() =>
  import("./shortcut-sheet.tsx").then((module) => ({ default: module.ShortcutSheet })),
);

export function Shell() {
  const process = useProcessId();
  const navigate = useNavigate();
  const overview = useQuery(overviewQuery(process));
  const [sheet, setSheet] = useState(false);
  const reminded = useReminders().length > 0;
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  useFocusOnPage(main);
  useShortcuts({
    "/": () => field.current?.focus(),
    "?": () => setSheet(true),
    j: () => moveStop(1),
    k: () => moveStop(-1),
    ...Object.fromEntries(
      PLACES.map((place) => [`g ${place.key}`, () => void navigate({ to: place.to, params: { process } })]),
    ),
  });
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark">
          <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
            <path d="M7 9.5h11M7 16h18M14 22.5h11" />
          </svg>
          Parley<span className="visually-hidden">: all processes</span>
        </Link>
        <p className="masthead-process">{overview.data?.process.name ?? ""}</p>
        <SearchBox field={field} />
        <ThemeSwitch />
        <SelfMenu />
        <button
          type="button"
          className="icon-button keyboard-only"
          onClick={() => setSheet(true)}
          aria-label="Keyboard shortcuts"
          aria-keyshortcuts="?"
          title="Keyboard shortcuts (?)"
        >
          <span className="key" aria-hidden="true">
            ?
          </span>
        </button>
      </header>
      <Navigation process={process} unsure={overview.data?.counts.unsure ?? null} />
      <main id="main" ref={main} tabIndex={-1}>
        <LineState />
        {reminded && (
          <Suspense>
            <ReminderBar />
          </Suspense>
        )}
        <Outlet />
      </main>
      {sheet && (
        <Suspense>
          <ShortcutSheet isOpen onOpenChange={setSheet} />
        </Suspense>
      )}
    </div>
  );
}
