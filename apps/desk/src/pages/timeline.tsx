import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { timelineQuery } from "../api/queries.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { Timeline } from "../parts/timeline.tsx";
import { TimelineKey } from "../parts/timeline-key.tsx";

export function TimelinePage(): ReactNode {
  const process = useProcessId();
  const navigate = useNavigate();
  const lanes = useSearch({ from: "/p/$process/timeline" }).lanes ?? "kind";
  const query = useQuery(timelineQuery(process));
  return (
    <>
      <PageHead title="Timeline">
        <fieldset className="switch">
          <legend className="visually-hidden">Lanes</legend>
          {(["kind", "actor"] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="switch-part"
              aria-pressed={lanes === by}
              onClick={() =>
                void navigate({
                  to: "/p/$process/timeline",
                  params: { process },
                  search: { lanes: by },
                  replace: true,
                })
              }
            >
              By {by}
            </button>
          ))}
        </fieldset>
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
