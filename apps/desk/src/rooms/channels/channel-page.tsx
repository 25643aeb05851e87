/** One channel: what was said, what waits to be sent, and the field to write in. */
import type { ChannelView, MessageView } from "@parley/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Failure } from "../../api/client.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { type Acting, useActing } from "../delegations.ts";
import { isThirdParty, readerIn, useVoice, voicesIn } from "./acting-as.ts";
import { CarryDialog } from "./carry-dialog.tsx";
import { ChannelSettings } from "./channel-settings.tsx";
import { type Composed, Composer } from "./composer.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import { EMPTY_LOG } from "./log.ts";
import { MessageList } from "./message-list.tsx";
import { OfflineChannel } from "./offline-channel.tsx";
import { send } from "./outbox.ts";
import { rememberChannel } from "./outbox-store.ts";
import { channelQuery, logQuery } from "./queries.ts";
import { usePerson } from "./use-outbox.ts";
import { useReading } from "./use-reading.ts";
import { CHANNEL_WORDS, retentionWords, titleOf } from "./words.ts";

export function ChannelPage(): ReactNode {
  const process = useProcessId();
  const { channel = "" } = useParams({ strict: false });
  const query = useQuery(channelQuery(process, channel));
  const acting = useActing(process);
  const failure = query.error ?? query.failureReason;
  const offline = failure instanceof Failure && failure.code === "offline";
  if (!query.data && offline) return <OfflineChannel key={channel} process={process} channel={channel} />;
  return (
    <Answered query={query} what="the channel" wholePage>
      {(view) => <OpenedChannel key={view.id} channel={view} acting={acting} />}
    </Answered>
  );
}

type Dialog = { kind: "history" | "carry"; message: MessageView } | { kind: "settings" } | null;

function OpenedChannel({ channel, acting }: { channel: ChannelView; acting: Acting }) {
  const { process, id } = channel;
  const client = useQueryClient();
  const person = usePerson();
  const log = useQuery(logQuery(client, process, id));
  const [dialog, setDialog] = useState<Dialog>(null);
  const [thread, setThread] = useState<string | null>(null);
  const voices = voicesIn(acting, channel);
  const [voice, setVoice] = useVoice(id, voices);
  const reader = readerIn(acting, channel);
  const { messages, more } = log.data ?? EMPTY_LOG;
  const mark = useReading({ channel, messages, reader });
  const title = titleOf(channel, acting);
  const voiceId = voice?.delegation.id;
  useEffect(() => {
    if (person && voiceId) void rememberChannel([person, process, id], { name: title, for: voiceId });
  }, [person, process, id, title, voiceId]);
  const close = useCallback(() => setDialog(null), []);
  // The same functions at every turn: a long log is not drawn anew for each message.
  const onHistory = useCallback((message: MessageView) => setDialog({ kind: "history", message }), []);
  const onCarry = useCallback((message: MessageView) => setDialog({ kind: "carry", message }), []);
  const post = ({ text, files }: Composed) => {
    if (!person || !voice) return;
    void send({
      ...{ person, process, text, thread, channel: id, for: voice.delegation.id },
      command: crypto.randomUUID(),
      language: null,
      files: files.map((file) => ({ name: file.name, file })),
      writtenAt: new Date().toISOString(),
    });
  };
  const carriers = acting.own.filter((one) => isThirdParty(one) && channel.delegations.includes(one.id));
  return (
    <div className="channel-page">
      <PageHead
        title={title}
        over={
          <>
            <Link to="/p/$process/channels" params={{ process }}>
              Channels
            </Link>
            <span>{CHANNEL_WORDS[channel.kind].one}</span>
            {channel.closed !== null && <strong>Closed: {channel.closed}</strong>}
          </>
        }
      >
        <p className="channel-facts">
          <span dir="auto">{channel.delegations.map(acting.name).sort().join(" · ")}</span>
          <span>{retentionWords(channel.retention.days)}</span>
          <button
            type="button"
            className="button quiet small"
            onClick={() => setDialog({ kind: "settings" })}
          >
            About this channel
          </button>
        </p>
      </PageHead>
      <Answered query={log} what="the messages">
        {() => (
          <MessageList
            {...{ channel, acting, messages, more, mark, reader, thread, person }}
            mayCarry={carriers.length > 0}
            onThread={setThread}
            onHistory={onHistory}
            onCarry={onCarry}
          />
        )}
      </Answered>
      {channel.closed === null && voice && (
        <Composer
          channel={id}
          voices={voices}
          voice={voice}
          onVoice={setVoice}
          inThread={thread !== null}
          onSend={post}
        />
      )}
      {dialog?.kind === "history" && (
        <HistoryDialog process={process} message={dialog.message} onClose={close} />
      )}
      {dialog?.kind === "carry" && (
        <CarryDialog {...{ acting, carriers, channel }} message={dialog.message} onClose={close} />
      )}
      {dialog?.kind === "settings" && <ChannelSettings channel={channel} acting={acting} onClose={close} />}
    </div>
  );
}
