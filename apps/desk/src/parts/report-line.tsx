import type { DocumentSummary } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { countWords, languageWords } from "../view/words.ts";
import { nameFromId, useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { WhenBrief } from "./when.tsx";

/** Outlet and agencies as printed beside a report. */
export function ReportSource({ document }: { document: Pick<DocumentSummary, "outlet" | "agencies"> }) {
  const names = useNames();
  const outlet = document.outlet?.includes(":") ? names.actor(document.outlet) : document.outlet;
  const agencies = document.agencies.map((id) => names.known(id)?.name ?? nameFromId(id));
  if (!outlet && agencies.length === 0) return <span className="unknown">outlet not stated</span>;
  return (
    <span>
      {outlet ?? "outlet not stated"}
      {agencies.length > 0 && <> from {agencies.join(", ")}</>}
    </span>
  );
}

const added = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export function ReportLine({ document }: { document: DocumentSummary }) {
  const process = useProcessId();
  return (
    <li className="report-line">
      <p className="line-head">
        <Link
          to="/p/$process/reports/$report"
          params={{ process, report: document.id }}
          data-stop=""
          dir="auto"
        >
          {document.title ?? `Report without a title, added ${added.format(new Date(document.addedAt))}`}
        </Link>
      </p>
      <p className="line-facts">
        <ReportSource document={document} />
        <WhenBrief when={document.published} none="publication date not stated" />
        {document.unread ? (
          <span className="unread">not read: {document.unread}</span>
        ) : (
          <span>{countWords(document.claims, "claim")}</span>
        )}
        {document.reprintOf && <span>reprint</span>}
        {document.language && document.language !== "en" && (
          <span>
            {document.unread ? "in" : "read in translation from"} {languageWords(document.language)}
          </span>
        )}
      </p>
    </li>
  );
}
