import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { timelineQuery } from "../api/queries.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { Timeline } from "../parts/timeline.tsx";
import { TimelineKey } from "../parts/timeline-key.tsx";

export function TimelinePage(): ReactNode {
  const process = useProcessId();
  const lanes = useSearch({ from: "/p/$process/timeline" }).lanes ?? "kind";
  const query = useQuery(timelineQuery(process));
  return (
    <>
      <PageHead title="Timeline">
        <nav className="switch" aria-label="Lanes">
          {(["kind", "actor"] as const).map((by) => (
            <Link
              key={by}
              to="/p/$process/timeline"
              params={{ process }}
              search={{ lanes: by }}
              replace
              className="switch-part"
              aria-current={lanes === by ? "true" : undefined}
            >
              By {by}
            </Link>
          ))}
        </nav>
      </PageHead>
      <Answered query={query} what="the timeline">
        {(columns) => (
          <>
            <Timeline columns={columns} lanes={lanes} />
            <TimelineKey />
          </>
        )}
      </Answered>
    </>
  );
}
