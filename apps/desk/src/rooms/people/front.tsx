/** The frame of the pages that belong to no process. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LineState } from "../../parts/line-state.tsx";
import { ThemeSwitch } from "../../parts/theme-switch.tsx";
import { SelfMenu } from "./self-menu.tsx";

export function Front({ children }: { children: ReactNode }) {
  return (
    <div className="front">
      <header className="masthead">
        <Link to="/" className="wordmark">
          <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
            <path d="M7 9.5h11M7 16h18M14 22.5h11" />
          </svg>
          Parley<span className="visually-hidden">: all processes</span>
        </Link>
        <span className="masthead-process" />
        <ThemeSwitch />
        <SelfMenu />
      </header>
      <main id="main">
        <LineState />
        {children}
      </main>
    </div>
  );
}
