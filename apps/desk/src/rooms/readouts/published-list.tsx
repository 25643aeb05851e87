/** What went out of readouts to this person, with all their languages. */
import type { Publication } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { useActing } from "../delegations.ts";
import { Texts } from "./own-readout.tsx";
import { READERSHIP_WORDS } from "./words.ts";

const WORDS = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

interface Listed {
  publications: Publication[];
  /** Texts open on a press. */
  folded?: boolean;
}

/** Of what went out twice or was corrected the last stands; the earlier ones are folded away. */
export function PublishedList({ publications, folded = false }: Listed) {
  const accounts = [...new Set(publications.map(({ account }) => account))];
  return (
    <ul className="published-list">
      {accounts.map((account) => {
        const [latest, ...earlier] = publications.filter((one) => one.account === account);
        return (
          latest && (
            <li key={account}>
              <Published publication={latest} folded={folded} />
              {earlier.length > 0 && (
                <details>
                  <summary>{earlier.length === 1 ? "Earlier publication" : "Earlier publications"}</summary>
                  {earlier.map((one) => (
                    <Published key={one.id} publication={one} folded={folded} />
                  ))}
                </details>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}

function Published({ publication, folded }: { publication: Publication; folded: boolean }) {
  const { process, delegation, published, to, corrects, recordedBy, documents, texts } = publication;
  const acting = useActing(process);
  return (
    <article className="published">
      <h3 dir="auto">{acting.name(delegation)}</h3>
      <p className="line-facts">
        <time dateTime={published}>{WORDS.format(new Date(published))}</time>
        <span>to {READERSHIP_WORDS[to]}</span>
        {corrects && <span>corrects an earlier one</span>}
        {recordedBy && <span>written down by the secretariat</span>}
        {documents[0] && (
          <Link to="/p/$process/reports/$report" params={{ process, report: documents[0].document }}>
            in the record
          </Link>
        )}
      </p>
      {folded ? (
        <details>
          <summary>{texts[0]?.title || "The text"}</summary>
          <Texts texts={texts} />
        </details>
      ) : (
        <Texts texts={texts} />
      )}
    </article>
  );
}
