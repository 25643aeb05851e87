import { type ChannelView, type DelegationView, LONGEST_MESSAGE, type MessageView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Acting } from "../delegations.ts";
import { ChannelDialog } from "./channel-dialog.tsx";
import { carryMessage, channelsQuery, historyQuery, putMessage } from "./queries.ts";
import { titleOf } from "./words.ts";

interface Carrying {
  message: MessageView;
  channel: ChannelView;
  acting: Acting;
  /** The third party's delegations in this channel that one belongs to. Never empty. */
  carriers: DelegationView[];
  onClose: () => void;
}

/** The third party's own words on a message, in another channel. */
export function CarryDialog({ message, channel, acting, carriers, onClose }: Carrying) {
  const { process } = channel;
  const client = useQueryClient();
  const [command] = useState(() => crypto.randomUUID());
  const [by, setBy] = useState(carriers[0]!.id);
  const [text, setText] = useState(message.text ?? "");
  const [files, setFiles] = useState<string[]>([]);
  const list = useQuery(channelsQuery(process, null)).data?.channels ?? [];
  const targets = list.filter(
    ({ id, closed, delegations }) => id !== channel.id && closed === null && delegations.includes(by),
  );
  const [chosen, setChosen] = useState("");
  const to = targets.find(({ id }) => id === chosen) ?? null;
  const carry = useMutation({
    mutationFn: (tell: boolean) =>
      carryMessage(process, message.id, {
        ...{ command, for: by, to: to!.id, text, files, tell, language: message.language },
      }),
    onSuccess: async () => {
      const { message: now } = await client.fetchQuery({
        ...historyQuery(process, message.id),
        staleTime: 0,
      });
      putMessage(client, process, now);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (to) carry.mutate(new FormData(event.currentTarget).get("tell") === "on");
  };
  const ready = to !== null && (text.trim() !== "" || files.length > 0);
  return (
    <ChannelDialog title="Carry to another channel" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="hint">
          It arrives there as a new message in your own words. Nobody there learns that it comes from here.
        </p>
        {carriers.length > 1 && (
          <label className="field">
            <span>As</span>
            <select value={by} onChange={(event) => setBy(event.target.value)}>
              {carriers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>To</span>
          <select value={to?.id ?? ""} required onChange={(event) => setChosen(event.target.value)}>
            <option value="" disabled>
              {targets.length ? "Choose a channel" : "You are in no other open channel"}
            </option>
            {targets.map((one) => (
              <option key={one.id} value={one.id}>
                {titleOf(one, acting)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Your words</span>
          <textarea
            rows={7}
            dir="auto"
            value={text}
            maxLength={LONGEST_MESSAGE}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {to && (
          <p className="notice">
            Read by{" "}
            <strong dir="auto">
              {to.delegations
                .filter((id) => id !== by)
                .map(acting.name)
                .join(", ")}
            </strong>
            . Names, phrases and figures can give away where it comes from.
          </p>
        )}
        {message.files.length > 0 && (
          <fieldset className="choices">
            <legend>Files</legend>
            {message.files.map(({ sha256, name }) => (
              <label key={sha256} className="check">
                <input
                  type="checkbox"
                  checked={files.includes(sha256)}
                  onChange={(event) =>
                    setFiles((now) =>
                      event.target.checked ? [...now, sha256] : now.filter((one) => one !== sha256),
                    )
                  }
                />
                <span dir="auto">{name}</span>
              </label>
            ))}
            <p className="hint">
              A file goes along as it is, with its name and with what its properties say of its author.
            </p>
          </fieldset>
        )}
        <label className="check">
          <input type="checkbox" name="tell" />
          <span>
            Let those here know that it was carried on <span className="hint">(not where to)</span>
          </span>
        </label>
        {carry.error && (
          <p className="form-error" role="alert">
            {carry.error.message}
          </p>
        )}
        <p className="button-row">
          <button type="submit" className="button primary" disabled={!ready || carry.isPending}>
            Carry it
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </ChannelDialog>
  );
}
