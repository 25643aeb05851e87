import type { MessageView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../../parts/page-state.tsx";
import { ChannelDialog } from "./channel-dialog.tsx";
import { historyQuery } from "./queries.ts";
import { wholeWords } from "./words.ts";

interface Shown {
  process: string;
  message: MessageView;
  onClose: () => void;
}

export function HistoryDialog({ process, message, onClose }: Shown) {
  const query = useQuery(historyQuery(process, message.id));
  return (
    <ChannelDialog title="Versions" onClose={onClose}>
      <Answered query={query} what="the versions">
        {({ versions }) => (
          <ol className="versions">
            {versions.toReversed().map((version, at) => (
              <li key={version.at}>
                <p className="hint">
                  {at === 0 ? "Now, since " : ""}
                  <time dateTime={version.at}>{wholeWords(version.at)}</time>
                </p>
                <p className="message-text" dir="auto">
                  {version.text}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </ChannelDialog>
  );
}
