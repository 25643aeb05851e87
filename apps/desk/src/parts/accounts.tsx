/** Everything each source says about one occurrence, side by side and in no order of rank; silences too. */
import type { Account, Claim, DocumentSummary, OccurrenceView } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { STANCE_WORDS } from "../view/words.ts";
import { AttributionChain } from "./attribution-chain.tsx";
import { ActorLink, useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { ReportSource } from "./report-line.tsx";
import { WhenBrief } from "./when.tsx";

interface Evidence {
  claim: Claim;
  document: DocumentSummary | undefined;
}

function Quote({ claim, document, silent }: Evidence & { silent: boolean }) {
  const process = useProcessId();
  return (
    <li className="account-claim" data-stance={claim.stance}>
      {!silent && <p className="stance">{STANCE_WORDS[claim.stance]}</p>}
      <blockquote dir="auto">
        <Link
          to="/p/$process/reports/$report"
          params={{ process, report: claim.document }}
          search={{ claim: claim.id }}
          data-stop=""
        >
          {claim.quote}
        </Link>
      </blockquote>
      {claim.translation && (
        <p className="in-english">
          <q lang="en">{claim.translation.quote}</q>{" "}
          <span className="fine">as {claim.translation.by} translated it</span>
        </p>
      )}
      {claim.proposedBy && <p className="fine">proposed by {claim.proposedBy}, a second reader</p>}
      {document && (
        <p className="line-facts">
          <ReportSource document={document} />
          <WhenBrief when={document.published} none="publication date not stated" />
          {document.reprintOf && <span>reprint</span>}
        </p>
      )}
      <details className="chain-details">
        <summary>Who says it</summary>
        <AttributionChain attribution={claim.attribution} outlet={document?.outlet ?? null} />
      </details>
    </li>
  );
}

const OWN_WORDS = "The report’s own words";

/** A source the record has no actor for: in the words of the report, or the report itself. */
function unnamed(evidence: Evidence[]): string {
  const worded = evidence.flatMap(({ claim }) => claim.attribution.at(-1)?.asWorded ?? []);
  return worded[0] ? `“${worded[0]}”` : OWN_WORDS;
}

function AccountColumn({ account, evidence }: { account: Account; evidence: Evidence[] }) {
  const names = useNames();
  const silent = account.published === false;
  const by = account.by ? names.actor(account.by) : unnamed(evidence);
  return (
    <section className="account" data-silent={silent || undefined} aria-label={`Account by ${by}`}>
      <header>
        <h3>{account.by ? <ActorLink id={account.by} /> : by}</h3>
        {!account.by && by !== OWN_WORDS && <p className="fine">source not identified</p>}
        {account.via.length > 0 && (
          <p className="fine">
            through{" "}
            {account.via.map((id, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <ActorLink id={id} />
              </span>
            ))}
          </p>
        )}
      </header>
      {silent && <p className="silence">No statement published by {by}.</p>}
      {account.published === true && <p className="fine">published its own statement</p>}
      {silent && evidence.length > 0 && <p className="fine">The silence is reported in these words:</p>}
      <ul>
        {evidence.map((one) => (
          <Quote key={one.claim.id} {...one} silent={silent} />
        ))}
      </ul>
    </section>
  );
}

export function Accounts({ view }: { view: OccurrenceView }) {
  const documents = new Map(view.documents.map((document) => [document.id, document]));
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const evidenceOf = (ids: string[]): Evidence[] =>
    ids.flatMap((id) => {
      const claim = claims.get(id);
      return claim ? [{ claim, document: documents.get(claim.document) }] : [];
    });
  const { accounts } = view.occurrence;
  return (
    <div className="accounts">
      {accounts.map((account, index) => (
        <AccountColumn
          key={`${account.by}-${account.claims[0] ?? index}`}
          account={account}
          evidence={evidenceOf(account.claims)}
        />
      ))}
    </div>
  );
}
