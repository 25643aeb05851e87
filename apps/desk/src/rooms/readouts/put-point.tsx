/** The words of a point, before it is put to the sides. They begin as a quote and are the putter's to change. */
import type { AgreedPointView, ComparedPoint, Comparison, Contact, RestingQuote } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useActing } from "../delegations.ts";
import { sidesOf } from "./own-readout.tsx";
import { putPoint } from "./queries.ts";

interface Put {
  process: string;
  contact: Contact;
  comparison: Comparison;
  /** What it starts from. */
  from: ComparedPoint | AgreedPointView | null;
  onClose: () => void;
}

const MOST_QUOTES = 20;
const LONGEST_QUOTE = 5000;

/** Words of one's own draft are nobody else's to see. */
function quotesOf(point: ComparedPoint, { accounts }: Comparison): RestingQuote[] {
  return point.accounts
    .flatMap(({ account, quotes }) => {
      const known = accounts.find(({ id }) => id === account);
      const document = known?.document;
      if (!document) return [];
      return quotes.map(({ start, end, quote }) => ({ account, document, start, end, quote }));
    })
    .filter(({ quote }) => quote.length <= LONGEST_QUOTE)
    .slice(0, MOST_QUOTES);
}

export function PutPoint({ process, contact, comparison, from, onClose }: Put) {
  const client = useQueryClient();
  const acting = useActing(process);
  const own = acting.own.filter(({ id }) => sidesOf(contact).includes(id));
  const compared = from && "heading" in from ? from : null;
  const replaced = from && "answers" in from ? from : null;
  const quotes = compared ? quotesOf(compared, comparison) : (replaced?.quotes ?? []);
  const [text, setText] = useState(replaced?.text ?? quotes[0]?.quote ?? "");
  const [delegation, setDelegation] = useState(
    () => (own.find(({ capacity }) => capacity !== "party") ?? own[0])?.id ?? "",
  );
  const put = useMutation({
    mutationFn: () =>
      putPoint(process, {
        ...{ for: delegation, contact: contact.id, text: text.trim(), quotes },
        supersedes: replaced?.id ?? null,
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "point"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && delegation && !put.isPending) put.mutate();
  };
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">
              {replaced ? "Put another in its place" : "Put a point to the sides"}
            </Heading>
            <button type="button" className="button quiet" onClick={onClose}>
              Close
            </button>
          </header>
          <form className="form" onSubmit={submit}>
            <label className="field">
              <span>The point, as the sides are to confirm it</span>
              <textarea
                autoFocus
                dir="auto"
                rows={4}
                required
                maxLength={5000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
            {own.length > 1 && (
              <label className="field">
                <span>Put by</span>
                <select value={delegation} onChange={(event) => setDelegation(event.target.value)}>
                  {own.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {quotes.length > 0 && (
              <div className="resting">
                <p className="hint">It rests on:</p>
                {quotes.map(({ account, start, quote }) => (
                  <blockquote key={`${account}-${start}`} className="resting-quote" dir="auto">
                    {quote}
                  </blockquote>
                ))}
              </div>
            )}
            {replaced && (
              <p className="hint">The point that all confirmed stays until all have confirmed this one.</p>
            )}
            {put.error && (
              <p className="form-error" role="alert">
                Not put: {put.error.message}
              </p>
            )}
            <p className="button-row">
              <button
                type="submit"
                className="button primary"
                disabled={!text.trim() || !delegation || put.isPending}
              >
                Put it to the sides
              </button>
              <button type="button" className="button quiet" onClick={onClose}>
                Cancel
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
