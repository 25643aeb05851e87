/** A channel that was open in this browser before and cannot be loaded now: one can still write, and it is sent later. */
import { useEffect, useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Empty } from "../../parts/page-state.tsx";
import { Composer } from "./composer.tsx";
import { send } from "./outbox.ts";
import { type KnownChannel, knownChannel } from "./outbox-store.ts";
import { usePerson, useWaiting } from "./use-outbox.ts";
import { WaitingLine } from "./waiting-line.tsx";

export function OfflineChannel({ process, channel }: { process: string; channel: string }) {
  const person = usePerson();
  const waiting = useWaiting(channel);
  const [known, setKnown] = useState<KnownChannel | null>(null);
  useEffect(() => {
    if (person) void knownChannel(person, process, channel).then(setKnown);
  }, [person, process, channel]);
  return (
    <div className="channel-page">
      <PageHead title={known?.name ?? "Channel"} over={<span>No line to the server</span>}>
        <p className="lede">
          What was said here is shown again as soon as there is a line. What you write is kept in this browser
          and sent then, once.
        </p>
      </PageHead>
      <div className="log">
        <ol className="messages waiting" aria-label="Waiting to be sent">
          {waiting.map((one) => (
            <WaitingLine key={one.place} waiting={one} name="You" />
          ))}
        </ol>
      </div>
      {known && person ? (
        <Composer
          channel={channel}
          voices={[]}
          voice={null}
          onVoice={() => {}}
          inThread={false}
          onSend={({ text, files }) =>
            void send({
              ...{ person, process, channel, text, for: known.for, thread: null, language: null },
              command: crypto.randomUUID(),
              files: files.map((file) => ({ name: file.name, file })),
              writtenAt: new Date().toISOString(),
            })
          }
        />
      ) : (
        <Empty title="This channel was not opened in this browser before">
          <p>It can be written in as soon as there is a line.</p>
        </Empty>
      )}
    </div>
  );
}
