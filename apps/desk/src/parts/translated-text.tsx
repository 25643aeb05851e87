/** A report that was read in translation: the original is marked by whole paragraphs, since nobody knows which words the English stands for. */

import type { TranslatedParagraph } from "../view/translated.ts";
import { languageWords } from "../view/words.ts";
import { type Marked, Stop } from "./claim-text.tsx";

interface Translated extends Marked {
  paragraphs: TranslatedParagraph[];
  language: string;
  /** The English stands under every paragraph. */
  english: boolean;
}

function Original({ paragraph, ...marked }: Translated & { paragraph: TranslatedParagraph }) {
  const ids = paragraph.claims.map(({ id }) => id);
  const words = marked.text.slice(paragraph.start, paragraph.end);
  const [first] = ids;
  if (first === undefined)
    return (
      <p lang={marked.language} dir="auto">
        {words}
      </p>
    );
  const chosen = marked.chosen !== null && ids.includes(marked.chosen);
  return (
    <p
      className="evidence"
      lang={marked.language}
      dir="auto"
      data-kind={marked.claims.get(chosen ? marked.chosen! : first)?.occurrence?.kind ?? "none"}
      data-chosen={chosen || undefined}
      onPointerEnter={(event) => event.pointerType === "mouse" && !chosen && marked.onPoint(first)}
    >
      {ids.map((id) => (
        <Stop key={id} id={id} marked={marked} />
      ))}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the stops before it do the same by keyboard */}
      <span className="claim-words" onClick={() => !chosen && marked.onChoose(first)}>
        {words}
      </span>
    </p>
  );
}

export function TranslatedText(marked: Translated) {
  return (
    <div className="report-text translated">
      {marked.paragraphs.map((paragraph) => (
        <div key={paragraph.start} className="paragraph">
          <Original paragraph={paragraph} {...marked} />
          {marked.english && (
            <p className="in-english" lang="en">
              {paragraph.english ?? <span className="unknown">not translated</span>}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

interface Note {
  from: string;
  by: string;
  title: string | null;
  english: boolean;
  onEnglish: (shown: boolean) => void;
}

/** Above the text: that it was read in translation, by what, and the switch for the whole English. */
export function TranslationNote({ from, by, title, english, onEnglish }: Note) {
  return (
    <aside className="translation-note" aria-label="Read in translation">
      {title && (
        <p className="translation-title" lang="en">
          {title}
        </p>
      )}
      <p>
        Read in translation: {by} put it from {languageWords(from)} into English. The evidence is the
        original; point at a marked paragraph, and the English that was read stands beside it.
      </p>
      <button
        type="button"
        className="button small"
        aria-pressed={english}
        onClick={() => onEnglish(!english)}
      >
        English under every paragraph
      </button>
    </aside>
  );
}
