import type { ChannelSummary } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { type Acting, useActing } from "../delegations.ts";
import { readerIn } from "./acting-as.ts";
import { OpenChannel } from "./open-channel.tsx";
import { channelsQuery } from "./queries.ts";
import { useOutbox } from "./use-outbox.ts";
import { CHANNEL_WORDS, KIND_ORDER, shortWhen, titleOf } from "./words.ts";

/** More are not counted by the server. */
const MOST_UNREAD = 100;

function ChannelLine({ channel, acting }: { channel: ChannelSummary; acting: Acting }) {
  const waiting = useOutbox().waiting.filter((one) => one.channel === channel.id).length;
  const { last, unread } = channel;
  const title = titleOf(channel, acting);
  return (
    <li className="channel-line" data-unread={unread ? true : undefined}>
      <p className="line-head">
        <Link
          to="/p/$process/channels/$channel"
          params={{ process: channel.process, channel: channel.id }}
          data-stop=""
          dir="auto"
        >
          {title}
        </Link>
        {unread ? (
          <span className="unread-count">
            {unread >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : unread}
            <span className="visually-hidden"> unread</span>
          </span>
        ) : null}
      </p>
      {last && (
        <time className="channel-when" dateTime={last.at}>
          {shortWhen(last.at, new Date())}
        </time>
      )}
      <p className="channel-last" dir="auto">
        {last ? (
          <>
            <span className="channel-speaker">{acting.name(last.delegation)}:</span>{" "}
            {last.excerpt === null ? (
              <span className="unknown">no words to show</span>
            ) : (
              <bdi>{last.excerpt}</bdi>
            )}
          </>
        ) : (
          <span className="unknown">Nothing was said yet</span>
        )}
      </p>
      <p className="line-facts">
        {channel.name !== "" && channel.kind !== "internal" && (
          <span>{channel.delegations.map(acting.name).sort().join(" · ")}</span>
        )}
        {waiting > 0 && <span className="waiting-word">{waiting} waiting to be sent</span>}
        {channel.closed !== null && <span>closed: {channel.closed}</span>}
      </p>
    </li>
  );
}

const lines = (channels: ChannelSummary[], acting: Acting) => (
  <ul className="channel-list framed">
    {channels.map((channel) => (
      <ChannelLine key={channel.id} channel={channel} acting={acting} />
    ))}
  </ul>
);

export function ChannelsPage(): ReactNode {
  const process = useProcessId();
  const acting = useActing(process);
  const query = useQuery(channelsQuery(process, readerIn(acting, null)));
  const [opening, setOpening] = useState(false);
  const mayOpen = acting.own.length > 0;
  const button = (
    <button type="button" className="button primary" onClick={() => setOpening(true)}>
      Open a channel
    </button>
  );
  return (
    <>
      <PageHead title="Channels">
        <p className="lede">Where delegations write to each other. Who is not in one does not know of it.</p>
        {mayOpen && <p className="button-row">{button}</p>}
      </PageHead>
      <Answered query={query} what="the channels">
        {({ channels }) => {
          const open = channels.filter(({ closed }) => closed === null);
          const closed = channels.filter((channel) => channel.closed !== null);
          if (!channels.length)
            return (
              <Empty title="No channels yet">
                {mayOpen ? (
                  <p>Open the first one: with one side alone, with several, or within your own delegation.</p>
                ) : acting.all.length === 0 ? (
                  <p>Channels are opened among delegations. Found these first.</p>
                ) : (
                  <p>As soon as somebody opens one that you are in, it stands here.</p>
                )}
              </Empty>
            );
          return (
            <>
              {KIND_ORDER.filter((kind) => open.some((channel) => channel.kind === kind)).map((kind) => (
                <Section key={kind} title={CHANNEL_WORDS[kind].many} note={CHANNEL_WORDS[kind].who}>
                  {lines(
                    open.filter((channel) => channel.kind === kind),
                    acting,
                  )}
                </Section>
              ))}
              {closed.length > 0 && (
                <details className="closed-channels">
                  <summary>Closed ({closed.length})</summary>
                  {lines(closed, acting)}
                </details>
              )}
            </>
          );
        }}
      </Answered>
      {opening && <OpenChannel acting={acting} onClose={() => setOpening(false)} />}
    </>
  );
}
