import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHead } from "../parts/page-head.tsx";

export function NothingPage(): ReactNode {
  return (
    <main id="main" className="front">
      <PageHead title="No such page">
        <p className="lede">The address names nothing on this desk.</p>
      </PageHead>
      <p>
        <Link to="/" className="button">
          All processes
        </Link>
      </p>
    </main>
  );
}
