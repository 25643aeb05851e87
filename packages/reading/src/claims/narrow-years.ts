/**
 * Gives a year to dates that a page leaves without one, where offices held, a known agreement or another date of the same
 * page allow exactly one; every year comes with its reason, contradictions become diagnostics. A page with a publication
 * date needs none of this.
 */
import type { Diagnostic, When } from "@parley/protocol";
import { z } from "zod";
import type { Constraint } from "../times/narrow.ts";
import { narrowYear } from "../times/narrow.ts";
import { countryOf, type DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

const KnownAgreement = z.object({
  agreement: z.string(),
  date: z.string(),
  /** ISO 3166 alpha-3. */
  signatories: z.array(z.string()),
  source: z.string(),
});
export type KnownAgreement = z.infer<typeof KnownAgreement>;

export const parseAgreements = (entries: unknown[]): KnownAgreement[] =>
  z.array(KnownAgreement).parse(entries);

const DAY = 86_400_000;

/** Changes the drafts in place; what could not be reconciled comes back. */
export function narrowYears(context: DocumentContext, known: KnownAgreement[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const yearless = context.drafts.filter(({ when }) => when?.edtf.startsWith("XXXX-"));
  if (yearless.length === 0) return diagnostics;
  for (const draft of yearless) {
    const constraints = [...officesOf(draft, context), ...agreementOf(draft, context, known)];
    if (constraints.length === 0) continue;
    const narrowed = narrowYear(draft.when!, { constraints });
    draft.when = narrowed.when;
    const { start, end } = draft.match.sentence;
    diagnostics.push(...narrowed.diagnostics.map(({ rule, message }) => ({ rule, message, start, end })));
  }
  spread(context, yearless);
  for (const { when, detail } of context.drafts)
    if (when && "effective" in detail && detail.effective?.edtf.startsWith("XXXX-"))
      detail.effective = after(detail.effective, when);
  return diagnostics;
}

/** Those who take part hold their offices at the time. */
function officesOf(draft: Draft, context: DocumentContext): Constraint[] {
  const found: Constraint[] = [];
  for (const { actor } of draft.actors) {
    const mention = context.mentions[draft.match.sentence.i]!.find(
      ({ actors, office }) => office !== null && actors.includes(actor),
    );
    if (!mention?.office || /former|ex-/i.test(context.document.text.slice(mention.start, mention.end)))
      continue;
    const { title, of } = mention.office;
    const titled = context.holdings(actor, title.toLowerCase());
    const holdings =
      titled.length > 0 ? titled : context.holdings(actor, null).filter((holding) => holding.of === of);
    if (holdings.length === 1) found.push(holdings[0]!);
  }
  return found;
}

/** A known agreement on that day and month with all of these parties. */
function agreementOf(draft: Draft, context: DocumentContext, known: KnownAgreement[]): Constraint[] {
  if (draft.kind !== "agreement" || draft.actors.length < 2) return [];
  const day = draft.when!.edtf.slice(4, 10);
  const countries = draft.actors.map(({ actor }) =>
    actor.startsWith("state:") ? actor.slice(6) : countryOf(actor, context),
  );
  const fitting = known.filter(
    ({ date, signatories }) =>
      date.slice(4) === day &&
      countries.every((country) => country !== null && signatories.includes(country)),
  );
  return fitting.length === 1
    ? [
        {
          from: fitting[0]!.date,
          to: fitting[0]!.date,
          why: `known agreement: ${fitting[0]!.agreement} (${fitting[0]!.date})`,
        },
      ]
    : [];
}

/** Dates without a year lie within a year of the page: what happened before it, what is planned after it. */
function spread(context: DocumentContext, yearless: Draft[]): void {
  const anchor = yearless.find(({ when }) => when && !when.edtf.startsWith("XXXX-"))?.when;
  if (!anchor) return;
  const first = Date.parse(anchor.edtf.slice(0, 10));
  const page = yearless.find(({ match }) => match.sentence.i <= context.titleEnd + 1)?.when ?? anchor;
  const written = page.edtf.startsWith("XXXX-") ? between(page, first, first + 364 * DAY, anchor) : page;
  const day = Date.parse(written.edtf.slice(0, 10));
  if (Number.isNaN(day)) return;
  for (const draft of yearless) {
    if (!draft.when?.edtf.startsWith("XXXX-")) continue;
    const ahead = draft.status === "planned" || draft.status === "offered";
    draft.when = ahead
      ? between(draft.when, day - LATE, day + 364 * DAY - LATE, written)
      : between(draft.when, day - 364 * DAY, day, written);
  }
}

/** A plan for a day in the weeks before the page was made for that day, not for the next year's. */
const LATE = 60 * DAY;

function between(when: When, from: number, to: number, reason: When): When {
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const why = `days without a year lie within a year of the page, which tells of ${reason.edtf.slice(0, 10)}`;
  return narrowYear(when, { constraints: [{ from: iso(from), to: iso(to), why }] }).when;
}

/** An agreement takes effect within weeks of being made. */
function after(effective: When, made: When): When {
  const day = Date.parse(made.edtf.slice(0, 10));
  return Number.isNaN(day) ? effective : between(effective, day - DAY, day + 90 * DAY, made);
}
