import { useLine } from "../api/live.ts";

/** Says so while live messages do not arrive; what is on screen may be old then. */
export function LineState() {
  const line = useLine();
  return (
    <div role="status" aria-live="polite">
      {line === "lost" && (
        <p className="line-lost">
          The line to the server is down. What you see may be old; the desk keeps trying.
        </p>
      )}
    </div>
  );
}
