/** What one account says on a point, as quotes that lead to the report at these words. */
import type { ComparedAccount, ComparedPoint } from "@parley/protocol";
import { Link } from "@tanstack/react-router";

type OfAccount = ComparedPoint["accounts"][number];

interface Quoted {
  process: string;
  account: ComparedAccount;
  said: OfAccount;
}

const STANCE = {
  silent: "passes it over",
  unread: "not read",
} as const;

export function PointQuotes({ process, account, said }: Quoted) {
  if (said.stance === "silent" || said.stance === "unread")
    return (
      <p className="passed-over" title={said.stance === "unread" ? (account.unread ?? undefined) : undefined}>
        {STANCE[said.stance]}
      </p>
    );
  return (
    <>
      {said.quotes.map((quote) => (
        <blockquote key={quote.start} dir="auto">
          {account.document ? (
            <Link
              to="/p/$process/reports/$report"
              params={{ process, report: account.document }}
              search={quote.claim ? { claim: quote.claim } : {}}
            >
              {quote.quote}
            </Link>
          ) : (
            quote.quote
          )}
          {quote.english && (
            <p className="in-english">
              <q lang="en">{quote.english}</q>
            </p>
          )}
          {quote.saidBy && <p className="fine">as told by {quote.saidBy}</p>}
        </blockquote>
      ))}
    </>
  );
}
