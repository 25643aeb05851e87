import type { ChannelChange, ChannelView } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Acting } from "../delegations.ts";
import { isThirdParty } from "./acting-as.ts";
import { ChannelDialog } from "./channel-dialog.tsx";
import { changeChannel } from "./queries.ts";
import { RetentionField, readDays } from "./retention-field.tsx";
import { CHANNEL_WORDS, retentionWords } from "./words.ts";

interface Settings {
  channel: ChannelView;
  acting: Acting;
  onClose: () => void;
}

/** Who is in a channel and by which rule; for those who decide on it, what can be changed. */
export function ChannelSettings({ channel, acting, onClose }: Settings) {
  const { process, id, revision, kind, delegations } = channel;
  const client = useQueryClient();
  const [told, setTold] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: (asked: ChannelChange) =>
      changeChannel(process, id, { command: crypto.randomUUID(), revision, change: asked }),
    onSuccess: () => setTold("Done. All who are in the channel see it."),
    onError: () => setTold(null),
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "channel"] }),
  });
  const decides = acting.own.some(
    (own) => own.id === channel.openedBy || (isThirdParty(own) && delegations.includes(own.id)),
  );
  const outside = acting.all.filter((one) => !delegations.includes(one.id));
  const joins = kind === "joint" || kind === "topic";
  const onSubmit =
    (asked: (fields: FormData) => ChannelChange | null) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const wanted = asked(new FormData(event.currentTarget));
      if (wanted) change.mutate(wanted);
    };
  return (
    <ChannelDialog title="About this channel" onClose={onClose}>
      <dl className="facts">
        <div>
          <dt>Kind</dt>
          <dd>
            {CHANNEL_WORDS[kind].one}: {CHANNEL_WORDS[kind].who}
          </dd>
        </div>
        <div>
          <dt>In it</dt>
          <dd dir="auto">{delegations.map(acting.name).sort().join(", ")}</dd>
        </div>
        <div>
          <dt>Opened by</dt>
          <dd dir="auto">{acting.name(channel.openedBy)}</dd>
        </div>
        <div>
          <dt>Rule</dt>
          <dd>{retentionWords(channel.retention.days)}.</dd>
        </div>
        <div>
          <dt>Read marks</dt>
          <dd>{channel.readsShown ? "Shown to all in it." : "Each delegation sees its own."}</dd>
        </div>
      </dl>
      {decides && channel.closed === null && (
        <div className="settings-forms">
          <form
            className="form inline-form"
            onSubmit={onSubmit((fields) => ({ type: "rename", name: String(fields.get("name")).trim() }))}
          >
            <label className="field">
              <span>Name</span>
              <input name="name" required maxLength={200} defaultValue={channel.name} dir="auto" />
            </label>
            <button type="submit" className="button small">
              Rename
            </button>
          </form>
          <form
            className="form"
            onSubmit={onSubmit((fields) => ({ type: "retention", days: readDays(fields) }))}
          >
            <RetentionField days={channel.retention.days} />
            <p className="hint">
              Holds for later messages. Earlier ones keep their own day, or are kept longer where this is
              longer.
            </p>
            <p>
              <button type="submit" className="button small">
                Set the rule
              </button>
            </p>
          </form>
          <p>
            <button
              type="button"
              className="button small"
              onClick={() => change.mutate({ type: "reads", shown: !channel.readsShown })}
            >
              {channel.readsShown ? "Hide read marks" : "Show read marks"}
            </button>
          </p>
          {joins && outside.length > 0 && (
            <form
              className="form"
              onSubmit={onSubmit((fields) => ({
                type: "add",
                delegations: [String(fields.get("delegation"))],
                withHistory: fields.get("history") === "on",
              }))}
            >
              <label className="field">
                <span>Let in</span>
                <select name="delegation" required defaultValue="">
                  <option value="" disabled>
                    Choose a delegation
                  </option>
                  {outside.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </label>
              <label className="check">
                <input type="checkbox" name="history" />
                <span>Show it what was said before, too. This cannot be taken back.</span>
              </label>
              <p>
                <button type="submit" className="button small">
                  Let it in
                </button>
              </p>
            </form>
          )}
          <form
            className="form inline-form"
            onSubmit={onSubmit((fields) => ({ type: "close", reason: String(fields.get("reason")).trim() }))}
          >
            <label className="field">
              <span>Close it for good, because</span>
              <input name="reason" required maxLength={2000} dir="auto" />
            </label>
            <button type="submit" className="button small">
              Close the channel
            </button>
          </form>
        </div>
      )}
      <p role="status" className="told">
        {told}
      </p>
      {change.error && (
        <p className="form-error" role="alert">
          {change.error.message}
        </p>
      )}
    </ChannelDialog>
  );
}
