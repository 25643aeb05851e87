import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { contactQuery } from "./api.ts";
import { putAway, type Reminder, useReminders } from "./reminders.ts";
import { betweenWords, ownZone } from "./times.ts";

function Line({ reminder }: { reminder: Reminder }) {
  const { process, contact } = reminder;
  const { data } = useQuery(contactQuery(process, contact));
  if (!data?.agreed) return null;
  return (
    <p className="reminder">
      <span>
        Soon:{" "}
        <Link to="/p/$process/contacts/$contact" params={{ process, contact }} dir="auto">
          {data.title}
        </Link>
        , {betweenWords(data.agreed, ownZone())}
      </span>
      <button type="button" className="button quiet small" onClick={() => putAway(reminder)}>
        Put away
      </button>
    </p>
  );
}

/** Contacts that begin soon, as the server reminded of them while the desk was open. */
export function ReminderBar() {
  const reminders = useReminders();
  return (
    <div role="status">
      {reminders.map((reminder) => (
        <Line key={reminder.contact} reminder={reminder} />
      ))}
    </div>
  );
}
