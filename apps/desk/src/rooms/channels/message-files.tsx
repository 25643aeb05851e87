import type { MessageView } from "@parley/protocol";
import { fileAddress } from "./queries.ts";
import { sizeWords } from "./words.ts";

/** Pictures that are pictures through and through are shown; everything else is there to be saved. */
export function MessageFiles({ message, process }: { message: MessageView; process: string }) {
  if (!message.files.length) return null;
  return (
    <ul className="message-files">
      {message.files.map(({ sha256, name, size, preview }) => (
        <li key={sha256}>
          {preview && <img src={fileAddress(process, message.id, sha256, true)} alt="" loading="lazy" />}
          <a href={fileAddress(process, message.id, sha256)} download={name}>
            <span dir="auto">{name}</span>
          </a>
          <span className="hint">{sizeWords(size)}</span>
        </li>
      ))}
    </ul>
  );
}
