import { CalendarFeeds as Feeds, MadeCalendarFeed } from "@parley/protocol";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../../api/client.ts";
import { FormTrouble } from "../people/form-trouble.tsx";
import { InstantWords } from "../people/instant-words.tsx";

const feedsQuery = queryOptions({
  queryKey: ["account", "calendars"],
  queryFn: ({ signal }) => ask("/account/calendars", Feeds, { signal }),
});

/** Secret addresses that a calendar program subscribes to: each is shown once. */
export function CalendarFeeds() {
  const client = useQueryClient();
  const feeds = useQuery(feedsQuery).data?.feeds ?? [];
  const renew = () => client.invalidateQueries({ queryKey: feedsQuery.queryKey });
  const make = useMutation({
    mutationFn: () =>
      ask("/account/calendars", MadeCalendarFeed, { method: "POST", body: { command: crypto.randomUUID() } }),
    onSuccess: renew,
  });
  const drop = useMutation({
    mutationFn: (id: string) =>
      ask(`/account/calendars/${encodeURIComponent(id)}/revoke`, Feeds, { method: "POST", body: {} }),
    onSuccess: renew,
  });
  return (
    <>
      <p className="hint">
        A calendar program (Thunderbird, Outlook, Google) that subscribes to this address shows the contacts
        you take part in, as they stand at that moment. Whoever has the address reads it: take it back when it
        is lost.
      </p>
      {make.data && feeds.some((one) => one.id === make.data.id) && (
        <div className="shown-once">
          <p className="shown-once-title">Copy the address now: it is not shown again</p>
          <pre>{make.data.url}</pre>
          <p>
            <button
              type="button"
              className="button small"
              onClick={() => void navigator.clipboard.writeText(make.data.url)}
            >
              Copy
            </button>
          </p>
        </div>
      )}
      <ul className="plain-list">
        {feeds.map((feed) => (
          <li key={feed.id}>
            <span>
              Address made <InstantWords at={feed.createdAt} />
            </span>
            <button
              type="button"
              className="button small"
              disabled={drop.isPending}
              onClick={() => drop.mutate(feed.id)}
            >
              Take it back
            </button>
          </li>
        ))}
      </ul>
      <FormTrouble error={make.error ?? drop.error} />
      <p className="button-row">
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {feeds.length ? "Make another address" : "Make an address"}
        </button>
      </p>
    </>
  );
}
