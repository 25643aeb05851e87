import type { Job } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { jobQuery } from "../api/queries.ts";
import { countWords } from "../view/words.ts";
import { Answered } from "./page-state.tsx";
import { useProcessId } from "./process-id.ts";

const ITEM_WORDS: Record<Job["items"][number]["state"], string> = {
  queued: "waiting",
  read: "read",
  unread: "kept, not read",
  duplicate: "already in the record",
  failed: "failed",
};

function Item({ item }: { item: Job["items"][number] }) {
  const process = useProcessId();
  return (
    <li className="job-item" data-state={item.state}>
      <p className="line-head">
        {item.document ? (
          <Link
            to="/p/$process/reports/$report"
            params={{ process, report: item.document }}
            dir="auto"
            data-stop=""
          >
            {item.name}
          </Link>
        ) : (
          <span dir="auto">{item.name}</span>
        )}
      </p>
      <p className="line-facts">
        <span className="item-state">{ITEM_WORDS[item.state]}</span>
        {item.state === "read" && <span>{countWords(item.claims, "claim")}</span>}
      </p>
      {item.diagnostics.length > 0 && (
        <details open={item.state === "failed" || item.state === "unread"}>
          <summary>{countWords(item.diagnostics.length, "note")}</summary>
          <ul className="diagnostic-list">
            {item.diagnostics.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: diagnostics have no id and never change order
              <li key={index}>
                <span>{one.message}</span>
                <code className="fine">{one.rule}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function tally(job: Job): string {
  const states = ["read", "unread", "duplicate", "failed"] as const;
  return states
    .map((state) => [job.items.filter((item) => item.state === state).length, ITEM_WORDS[state]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(", ");
}

/** How far the reading of what was given has come, item by item, with what could not be read and why. */
export function JobProgress({ id }: { id: string }) {
  const query = useQuery(jobQuery(id));
  return (
    <Answered query={query} what="the progress">
      {(job) => (
        <section className="job" aria-label="Progress">
          <div className="job-head">
            <h2>{job.state === "done" ? "Done" : job.state === "queued" ? "Waiting" : "Reading"}</h2>
            <p>
              {job.done} of {countWords(job.total, "item")}
              {tally(job) && <span className="fine"> ({tally(job)})</span>}
            </p>
          </div>
          <progress value={job.done} max={Math.max(1, job.total)} aria-label="Read so far" />
          <p className="visually-hidden" role="status">
            {job.state === "done" ? `Done: ${tally(job)}` : ""}
          </p>
          <ul className="job-items">
            {job.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the job; names may repeat
              <Item key={index} item={item} />
            ))}
          </ul>
        </section>
      )}
    </Answered>
  );
}
