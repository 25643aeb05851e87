/** A link, token or list of codes that is shown this once: to be copied or kept as a file. */
import { useState } from "react";

interface Once {
  title: string;
  /** Line by line. */
  text: string;
  file?: string;
  children?: React.ReactNode;
}

export function ShownOnce({ title, text, file, children }: Once) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => setCopied("yes"))
      .catch(() => setCopied("refused"));
  const keep = () => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: file });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="shown-once" role="status">
      <p className="shown-once-title">{title}</p>
      <pre dir="ltr">{text}</pre>
      <p className="button-row">
        <button type="button" className="button small" onClick={() => void copy()}>
          {copied === "yes" ? "Copied" : "Copy"}
        </button>
        {file && (
          <button type="button" className="button small" onClick={keep}>
            Keep as a file
          </button>
        )}
      </p>
      {copied === "refused" && (
        <p className="hint">The browser does not let it be copied: select it above.</p>
      )}
      {children}
    </div>
  );
}
