import { type ReactNode, useId } from "react";

interface Sectioned {
  title: string;
  note?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, note, className = "", children }: Sectioned) {
  const id = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {note && <p className="section-note">{note}</p>}
      </header>
      {children}
    </section>
  );
}
