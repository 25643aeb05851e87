import type { MessageView, ReadMark } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { memo, useState } from "react";
import type { Acting } from "../delegations.ts";
import { EditForm } from "./edit-form.tsx";
import { MessageFiles } from "./message-files.tsx";
import { Withdraw } from "./withdraw.tsx";
import { dateWords, timeWords, wholeWords } from "./words.ts";

interface Line {
  message: MessageView;
  acting: Acting;
  /** Only the messages of one thread are shown. */
  inThread: boolean;
  /** Where it is a reply and what it replies to is loaded. */
  repliesTo: MessageView | undefined;
  replies: number;
  /** The first that is new. */
  fresh: boolean;
  readBy: ReadMark[] | undefined;
  person: string | null;
  /** The channel is not closed. */
  open: boolean;
  mayCarry: boolean;
  onThread: (thread: string) => void;
  onHistory: (message: MessageView) => void;
  onCarry: (message: MessageView) => void;
}

const FIRST_WORDS = 90;

function speakerName({ author, delegation }: MessageView, { all }: Acting): string | null {
  const members = all.find(({ id }) => id === delegation)?.members ?? [];
  return members.find(({ account }) => account !== null && account === author)?.name ?? null;
}

function mayChange({ author, delegation }: MessageView, acting: Acting, person: string | null): boolean {
  return acting.mode === "single" || author === person || acting.leads(delegation);
}

/** Why there are no words to show; null where there are. */
function gone({ withdrawn, erased }: MessageView): string | null {
  if (erased) return `Erased under the channel's rule on ${dateWords(erased)}.`;
  return withdrawn ? "Withdrawn." : null;
}

function Reference({ message, repliesTo, acting, onThread, inThread }: Line) {
  if (!message.thread || inThread) return null;
  const text = repliesTo?.text ?? "";
  const words = text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text || "…";
  return (
    <button type="button" className="message-reference" onClick={() => onThread(message.thread!)}>
      <span aria-hidden="true">↳ </span>
      <span className="visually-hidden">In reply to </span>
      {repliesTo ? (
        <>
          {acting.name(repliesTo.delegation)}: <q dir="auto">{words}</q>
        </>
      ) : (
        "an earlier message"
      )}
    </button>
  );
}

function Carriage({ message, acting }: Pick<Line, "message" | "acting">) {
  const { carriedFrom, carriedTo, carriedOn } = message;
  if (!carriedFrom && !carriedTo.length && !carriedOn) return null;
  const to = (channel: string, words: string) => (
    <Link to="/p/$process/channels/$channel" params={{ process: acting.process, channel }}>
      {words}
    </Link>
  );
  return (
    <p className="message-carriage">
      {carriedOn && <span>The third party has carried this on.</span>}
      {carriedFrom && (
        <span>Carried from {to(carriedFrom.channel, "another channel")}; only you see this.</span>
      )}
      {carriedTo.map((one) => (
        <span key={one.message}>
          Carried to {to(one.channel, "another channel")} on {dateWords(one.at)}; only you see this.
        </span>
      ))}
    </p>
  );
}

function Acts(line: Line & { onEdit: () => void; onWithdraw: () => void }) {
  const { message, acting, person, open, mayCarry } = line;
  const stands = gone(message) === null;
  const own = open && stands && mayChange(message, acting, person);
  return (
    <p className="message-acts">
      {open && (
        <button type="button" onClick={() => line.onThread(message.thread ?? message.id)}>
          Reply
        </button>
      )}
      {own && (
        <button type="button" onClick={line.onEdit}>
          Edit
        </button>
      )}
      {own && (
        <button type="button" onClick={line.onWithdraw}>
          Withdraw
        </button>
      )}
      {mayCarry && stands && (
        <button type="button" onClick={() => line.onCarry(message)}>
          Carry…
        </button>
      )}
    </p>
  );
}

export const MessageLine = memo(function MessageLine(line: Line) {
  const { message, acting, replies, fresh, readBy } = line;
  const [doing, setDoing] = useState<"edit" | "withdraw" | null>(null);
  const why = gone(message);
  const speaker = speakerName(message, acting);
  return (
    <li className="message" data-own={acting.isOwn(message.delegation) || undefined}>
      {fresh && <p className="fresh-line">New</p>}
      <header className="message-head">
        <strong dir="auto">{acting.name(message.delegation)}</strong>
        {speaker && <span dir="auto">{speaker}</span>}
        {message.recordedBy && <span>written down by the third party</span>}
        <time dateTime={message.at} title={wholeWords(message.at)}>
          {timeWords(message.at)}
        </time>
        {message.versions > 1 && !why && (
          <button type="button" className="link-button" onClick={() => line.onHistory(message)}>
            edited
          </button>
        )}
        {message.erasedOn && !message.erased && (
          <span className="message-rule">until {dateWords(message.erasedOn)}</span>
        )}
      </header>
      <Reference {...line} />
      {doing === "edit" ? (
        <EditForm message={message} process={acting.process} onDone={() => setDoing(null)} />
      ) : why ? (
        <p className="message-gone">{why}</p>
      ) : (
        <>
          {message.text && (
            <p className="message-text" dir="auto" lang={message.language ?? undefined}>
              {message.text}
            </p>
          )}
          <MessageFiles message={message} process={acting.process} />
        </>
      )}
      <Carriage message={message} acting={acting} />
      {doing === "withdraw" ? (
        <Withdraw message={message} process={acting.process} onDone={() => setDoing(null)} />
      ) : (
        doing === null && (
          <Acts {...line} onEdit={() => setDoing("edit")} onWithdraw={() => setDoing("withdraw")} />
        )
      )}
      {replies > 0 && !line.inThread && (
        <button type="button" className="link-button" onClick={() => line.onThread(message.id)}>
          {replies === 1 ? "1 reply" : `${replies} replies`}
        </button>
      )}
      {readBy && (
        <p className="read-mark">
          Read by {readBy.map(({ delegation }) => acting.name(delegation)).join(", ")}
        </p>
      )}
    </li>
  );
});
