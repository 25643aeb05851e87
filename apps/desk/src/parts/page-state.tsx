/** What a page shows when it has nothing yet, nothing at all, or no answer. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Failure } from "../api/client.ts";

function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading {what}</span>
      <div className="bone wide" />
      <div className="bone" />
      <div className="bone" />
      <div className="bone short" />
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

interface Told {
  title: string;
  text: string;
}

/** What to tell the user, code by code; the request id lets the host find it in the log. */
function told(error: unknown): Told {
  if (!(error instanceof Failure)) return { title: "The desk failed here", text: String(error) };
  if (error.code === "offline")
    return {
      title: "The server does not answer",
      text: "The page will fill as soon as it does. Nothing you judged was lost.",
    };
  if (error.code === "unreadable-answer")
    return { title: "Desk and server do not fit together", text: `Reload the page. ${error.message}` };
  if (error.status === 404)
    return {
      title: "Nothing here",
      text: "There is no such thing in the record, or it is not for you to see. What was merged or split has another address.",
    };
  return { title: "The server could not answer", text: error.message };
}

interface Troubled {
  error: unknown;
  again?: () => void;
  /** Where it stands in place of the whole page, its title is the page's heading. */
  wholePage?: boolean;
}

export function Trouble({ error, again, wholePage = false }: Troubled) {
  const { title, text } = told(error);
  const failure = error instanceof Failure ? error : null;
  return (
    <div className="empty trouble" role="alert">
      {wholePage ? <h1 className="empty-title">{title}</h1> : <p className="empty-title">{title}</p>}
      <p>{text}</p>
      {failure?.request && (
        <p className="fine">
          Request <code>{failure.request}</code>, code <code>{failure.code}</code>
        </p>
      )}
      <p className="button-row">
        {again && (
          <button type="button" className="button" onClick={again}>
            Try again
          </button>
        )}
        <Link to="/" className="button quiet">
          All processes
        </Link>
      </p>
    </div>
  );
}

interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Answerable<Data> {
  query: Asked<Data>;
  what: string;
  /** Where nothing of the page stands before the answer, not even its heading. */
  wholePage?: boolean;
  children: (data: Data) => ReactNode;
}

/** The page for an answer, or what stands in its place. An old answer stays on screen while a renewal fails. */
export function Answered<Data>({ query, what, wholePage = false, children }: Answerable<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error)
    return <Trouble error={query.error} again={() => void query.refetch()} wholePage={wholePage} />;
  return <Loading what={what} />;
}
