/** How a report was read: where it comes from, when it was published and why we think so, what was left out. */
import type { Diagnostic, Document, DocumentView } from "@parley/protocol";
import { countWords, languageWords } from "../view/words.ts";
import { ReportLine, ReportSource } from "./report-line.tsx";
import { WhenFull } from "./when.tsx";

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function safeAddress(uri: string): string | null {
  return /^https?:\/\//iu.test(uri) ? uri : null;
}

function Origin({ document }: { document: Document }) {
  const address = document.uri && safeAddress(document.uri);
  return (
    <section aria-labelledby="origin">
      <h2 id="origin">Where it comes from</h2>
      <dl className="facts">
        <Fact name="Printed by">
          <ReportSource document={document} />
        </Fact>
        <Fact name="Published">
          <WhenFull when={document.published} none="not stated on the page, and nothing else gives it" />
        </Fact>
        {document.authors.length > 0 && <Fact name="Author">{document.authors.join(", ")}</Fact>}
        {document.dateline && <Fact name="Dateline">{document.dateline}</Fact>}
        <Fact name="Language">
          {document.language ? (
            languageWords(document.language)
          ) : (
            <span className="unknown">not recognised</span>
          )}
          {document.translation && ", read in translation"}
        </Fact>
        {document.uri && (
          <Fact name="Address">
            {address ? (
              <a href={address} rel="noreferrer noopener" target="_blank" className="address">
                {address}
              </a>
            ) : (
              <span className="address">{document.uri}</span>
            )}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Dropped({ diagnostics }: { diagnostics: Diagnostic[] }) {
  return (
    <section aria-labelledby="dropped">
      <h2 id="dropped">Left out of the text</h2>
      {diagnostics.length === 0 ? (
        <p className="unknown">Nothing was left out.</p>
      ) : (
        <ul className="diagnostic-list">
          {diagnostics.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: diagnostics have no id and never change order
            <li key={index}>
              <del dir="auto">{one.dropped}</del>
              <span className="fine">{one.message}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Noticed({ diagnostics, text }: { diagnostics: Diagnostic[]; text: string }) {
  if (diagnostics.length === 0) return null;
  return (
    <section aria-labelledby="noticed">
      <h2 id="noticed">Noticed while reading</h2>
      <ul className="diagnostic-list">
        {diagnostics.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: diagnostics have no id and never change order
          <li key={index}>
            <span>{one.message}</span>
            {one.start !== null && one.end !== null && one.end > one.start && (
              <q className="fine" dir="auto">
                {text.slice(one.start, Math.min(one.end, one.start + 160))}
              </q>
            )}
            <code className="fine">{one.rule}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReportFacts({ view }: { view: DocumentView }) {
  const { document, reprints } = view;
  const dropped = document.diagnostics.filter((one) => one.dropped !== undefined);
  const noticed = document.diagnostics.filter((one) => one.dropped === undefined);
  return (
    <div className="report-facts">
      <Origin document={document} />
      <section aria-labelledby="reprints">
        <h2 id="reprints">Reprints</h2>
        {reprints.length === 0 ? (
          <p className="unknown">No other report prints this text.</p>
        ) : (
          <>
            <p className="fine">
              {countWords(reprints.length, "report")} of the same agency text; together they count once.
            </p>
            <ul className="report-list">
              {reprints.map((reprint) => (
                <ReportLine key={reprint.id} document={reprint} />
              ))}
            </ul>
          </>
        )}
      </section>
      <Dropped diagnostics={dropped} />
      <Noticed diagnostics={noticed} text={document.text} />
    </div>
  );
}
