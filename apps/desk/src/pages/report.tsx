import type { DocumentView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { documentQuery } from "../api/queries.ts";
import { ClaimCard } from "../parts/claim-card.tsx";
import { ClaimText, EnglishText, type MarkedClaim } from "../parts/claim-text.tsx";
import { MarkingLegend } from "../parts/marking-legend.tsx";
import { NamesProvider } from "../parts/names.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReportFacts } from "../parts/report-facts.tsx";
import { ReportSource } from "../parts/report-line.tsx";
import { TranslatedText, TranslationNote } from "../parts/translated-text.tsx";
import { WhenBrief } from "../parts/when.tsx";
import { translatedParagraphs } from "../view/translated.ts";
import { countWords } from "../view/words.ts";

function useClaims(view: DocumentView): Map<string, MarkedClaim> {
  return useMemo(() => {
    const occurrences = new Map(view.occurrences.map((occurrence) => [occurrence.id, occurrence]));
    return new Map(
      view.claims.map((claim) => [
        claim.id,
        { claim, occurrence: claim.occurrence ? occurrences.get(claim.occurrence) : undefined },
      ]),
    );
  }, [view]);
}

/** The claim named in the address, scrolled to once; the one pointed at; the one chosen by a click. */
function useChosen(view: DocumentView) {
  const process = useProcessId();
  const navigate = useNavigate();
  const asked = useSearch({ from: "/p/$process/reports/$report" }).claim ?? null;
  const [pointed, point] = useState<string | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const stop = document.getElementById(`claim-${asked}`);
    stop?.scrollIntoView({ block: "center" });
    stop?.focus({ preventScroll: true });
  }, [asked]);
  const choose = (claim: string | null) => {
    point(claim);
    void navigate({
      to: "/p/$process/reports/$report",
      params: { process, report: view.document.id },
      search: claim ? { claim } : {},
      replace: true,
      resetScroll: false,
    });
  };
  return { chosen: pointed ?? asked, point, choose };
}

function Report({ view }: { view: DocumentView }) {
  const { document } = view;
  const claims = useClaims(view);
  const { chosen, point, choose } = useChosen(view);
  const card = chosen ? claims.get(chosen) : undefined;
  const [english, showEnglish] = useState(false);
  const { translation } = document;
  const paragraphs = useMemo(() => translatedParagraphs(document, view.claims), [document, view.claims]);
  const read = paragraphs.find((paragraph) => paragraph.claims.some(({ id }) => id === chosen));
  const marked = { claims, chosen, onPoint: point, onChoose: choose };
  return (
    <article className="report">
      <PageHead
        title={document.title ?? "Report without a title"}
        over={
          <>
            <ReportSource document={document} />
            <WhenBrief when={document.published} none="publication date not stated" />
            {document.reprintOf && <span>a reprint</span>}
          </>
        }
      />
      <div className="report-columns">
        <div className="report-reading">
          {view.unread && (
            <p className="notice" role="note">
              Kept, not read: {view.unread}
            </p>
          )}
          {translation && <TranslationNote {...translation} english={english} onEnglish={showEnglish} />}
          <p className="fine report-count">
            {claims.size === 0
              ? "No claim was found in this text."
              : `${countWords(claims.size, "claim")} marked below.`}
          </p>
          {document.text === "" ? (
            <p className="unknown">There is no text to show.</p>
          ) : translation ? (
            <TranslatedText
              {...{ ...marked, paragraphs, english, text: document.text }}
              language={translation.from}
            />
          ) : (
            <ClaimText text={document.text} {...marked} />
          )}
          <MarkingLegend />
        </div>
        <aside className="report-aside" aria-label="About this report">
          <div className="claim-place" aria-live="polite">
            {card ? (
              <ClaimCard
                marked={card}
                outlet={document.outlet}
                english={read?.english && <EnglishText text={read.english} spans={read.claims} {...marked} />}
                onClose={() => choose(null)}
              />
            ) : (
              claims.size > 0 && (
                <p className="claim-hint">
                  Point at a marked passage, or step through them with j and k: who says it stands here.
                </p>
              )
            )}
          </div>
          <ReportFacts view={view} />
        </aside>
      </div>
    </article>
  );
}

export function ReportPage(): ReactNode {
  const process = useProcessId();
  const { report } = useParams({ from: "/p/$process/reports/$report" });
  const query = useQuery(documentQuery(process, report));
  return (
    <Answered wholePage query={query} what="the report">
      {(view) => (
        <NamesProvider lists={[view]}>
          <Report key={view.document.id} view={view} />
        </NamesProvider>
      )}
    </Answered>
  );
}
