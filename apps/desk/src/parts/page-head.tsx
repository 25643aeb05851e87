import { type ReactNode, useEffect } from "react";

interface Head {
  title: string;
  /** The browser's title where it differs from the heading. */
  tab?: string;
  over?: ReactNode;
  children?: ReactNode;
}

/** The page's one h1, and the browser title with it. */
export function PageHead({ title, tab, over, children }: Head) {
  useEffect(() => {
    document.title = `${tab ?? title} · Parley`;
  }, [title, tab]);
  return (
    <header className="page-head">
      {over && <p className="page-over">{over}</p>}
      <h1 dir="auto">{title}</h1>
      {children}
    </header>
  );
}
