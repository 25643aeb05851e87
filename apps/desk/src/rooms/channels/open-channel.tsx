import { type ChannelKind, type DelegationView, NewChannel } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useProcessId } from "../../parts/process-id.ts";
import type { Acting } from "../delegations.ts";
import { isThirdParty } from "./acting-as.ts";
import { ChannelDialog } from "./channel-dialog.tsx";
import { openChannel } from "./queries.ts";
import { RetentionField, readDays } from "./retention-field.tsx";
import { CHANNEL_WORDS, KIND_ORDER } from "./words.ts";

/** Whom a delegation may take into a channel of that kind. */
function othersFor(kind: ChannelKind, own: DelegationView, all: DelegationView[]): DelegationView[] {
  if (kind === "internal") return [];
  const others = all.filter(({ id }) => id !== own.id);
  return kind === "shuttle" && !isThirdParty(own) ? others.filter(isThirdParty) : others;
}

function lacking(kind: ChannelKind, own: DelegationView, chosen: DelegationView[]): string | null {
  if (kind === "internal") return null;
  if (!chosen.length) return "Choose who else is in it.";
  const sides = [own, ...chosen].filter((one) => !isThirdParty(one));
  return kind === "shuttle" && sides.length !== 1 ? "A shuttle channel holds exactly one side." : null;
}

export function OpenChannel({ acting, onClose }: { acting: Acting; onClose: () => void }) {
  const process = useProcessId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [command] = useState(() => crypto.randomUUID());
  const [by, setBy] = useState(() => (acting.own.find(isThirdParty) ?? acting.own[0])!.id);
  const [kind, setKind] = useState<ChannelKind>(
    isThirdParty(acting.own.find(({ id }) => id === by)!) ? "shuttle" : "internal",
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState<string | null>(null);
  const own = acting.own.find(({ id }) => id === by)!;
  const kinds = isThirdParty(own) ? KIND_ORDER : (["shuttle", "internal"] as const);
  const others = othersFor(kind, own, acting.all);
  const members = others.filter(({ id }) => chosen.includes(id));
  const create = useMutation({
    mutationFn: (body: NewChannel) => openChannel(process, body),
    onSuccess: async (channel) => {
      await client.invalidateQueries({ queryKey: ["rooms", process, "channel"] });
      await navigate({ to: "/p/$process/channels/$channel", params: { process, channel: channel.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const wrong = lacking(kind, own, members);
    setMissing(wrong);
    if (wrong) return;
    create.mutate(
      NewChannel.parse({
        ...{ command, for: by, kind, delegations: members.map(({ id }) => id) },
        name: String(fields.get("name") ?? ""),
        retention: { days: readDays(fields) },
        readsShown: fields.get("reads") === "on",
      }),
    );
  };
  return (
    <ChannelDialog title="Open a channel" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {acting.own.length > 1 && (
          <label className="field">
            <span>In the name of</span>
            <select
              value={by}
              onChange={(event) => {
                setBy(event.target.value);
                setChosen([]);
                setKind("internal");
              }}
            >
              {acting.own.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <fieldset className="choices">
          <legend>Kind</legend>
          {kinds.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <span>
                {CHANNEL_WORDS[one].one} <span className="hint">{CHANNEL_WORDS[one].who}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {kind !== "internal" && (
          <fieldset className="choices" aria-describedby="channel-missing">
            <legend>With</legend>
            {others.map(({ id, name, capacity }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    setChosen((now) =>
                      event.target.checked ? [...now, id] : now.filter((one) => one !== id),
                    )
                  }
                />
                <span dir="auto">
                  {name} <span className="hint">{capacity}</span>
                </span>
              </label>
            ))}
            {!others.length && <p className="hint">There is nobody else to choose.</p>}
            <p id="channel-missing" className="form-error" role="alert">
              {missing}
            </p>
          </fieldset>
        )}
        <label className="field">
          <span>{kind === "topic" ? "Topic" : "Name, if it needs one"}</span>
          <input name="name" maxLength={200} required={kind === "topic"} autoComplete="off" dir="auto" />
        </label>
        <RetentionField days={null} />
        <label className="check">
          <input type="checkbox" name="reads" defaultChecked />
          <span>Show each other how far one has read</span>
        </label>
        {create.error && (
          <p className="form-error" role="alert">
            {create.error.message}
          </p>
        )}
        <p className="button-row">
          <button type="submit" className="button primary" disabled={create.isPending}>
            Open it
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </ChannelDialog>
  );
}
