import { STATUSES } from "@parley/protocol";
import { StatusWord } from "./kind-mark.tsx";

/** What the drawn marks mean. */
export function TimelineKey() {
  return (
    <section className="timeline-key" aria-label="What the marks mean">
      <ul className="chips">
        {STATUSES.map((status) => (
          <li key={status}>
            <StatusWord status={status} />
          </li>
        ))}
        <li>
          <span className="key-stretch" /> lasted, or only the month or year is stated
        </li>
        <li>
          <span className="key-hatched" /> date not stated: inferred or about
        </li>
        <li>
          <span className="key-bins" /> many: bars count them, closer shows each
        </li>
      </ul>
    </section>
  );
}
