/** All accounts of a contact that a viewer sees: readouts that were published to it, its own drafts, and reports. */
import type {
  ComparedAccount,
  ComparedPoint,
  Comparison,
  ContactView,
  DelegationView,
  Publication,
  ReadoutView,
} from "@parley/protocol";
import type { Reading, Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import type { GivenAccount } from "@parley/resolution";
import {
  documentsOfOccurrences,
  listDelegations,
  listPublications,
  listReadouts,
  readingsOf,
  type Session,
} from "@parley/store";
import { reportsOf } from "../contacts/reports.ts";
import { comparedText, draftSource, type ReadAside } from "./read-draft.ts";

export interface GatheredAccount {
  shown: ComparedAccount;
  /** Null where it is still being read, and where it is a draft. */
  given: GivenAccount | null;
  /** A draft is read when the transaction is over, which would keep others from writing meanwhile. */
  draft: Source | null;
}

/** More reports of one contact than this say nothing new, and each is compared with all. */
const MOST_REPORTS = 12;
/** What there is of an account that was not read. */
const UNREAD: Omit<GivenAccount, "id"> = {
  reading: {
    document: {
      ...{ id: "", uri: null, title: null, outlet: null, agencies: [], authors: [], language: null },
      ...{ published: null, dateline: null, text: "", sha256: "", reprintOf: null, diagnostics: [] },
    },
    ...{ actors: [], places: [], claims: [] },
  },
  whole: true,
  unread: null,
};
const FAILED = { reading: UNREAD.reading, unread: "The reader failed on this draft." };
const UNPUBLISHED = new Set(["draft", "returned", "submitted", "approved", "scheduled"]);

/** Drafts first, then readouts by the name of their side, then reports in the order of their publication. */
export async function accountsOf(session: Session, contact: ContactView): Promise<GatheredAccount[]> {
  const { process } = contact;
  const delegations = await listDelegations(session, process);
  const publications = await listPublications(session, process, { contact: contact.id });
  const drafts = (await listReadouts(session, process, { contact: contact.id })).filter(isDraft);
  // What a side is about to correct stands in its own view as it is to be.
  const latest = latestOf(publications).filter(({ account }) => !drafts.some(({ id }) => id === account));
  const own = new Set(publications.flatMap(({ documents }) => documents.map(({ document }) => document)));
  return [
    ...drafts.map((draft) => ofDraft(draft, delegations)),
    ...(await ofPublications(session, latest, delegations)),
    ...(await ofReports(session, contact, own)),
  ];
}

/** Has words that nobody got yet. */
const isDraft = ({ state, texts, version, publications }: ReadoutView): boolean =>
  UNPUBLISHED.has(state) &&
  texts.some(({ text }) => text.trim() !== "") &&
  !publications.some((one) => one.published !== null && one.version === version);

/** Of each readout what went out last: it replaces what it corrects. `publications` are the latest first. */
function latestOf(publications: Publication[]): Publication[] {
  const seen = new Set<string>();
  return publications.filter(({ account }) => !seen.has(account) && seen.add(account));
}

const nameOf = (delegations: DelegationView[], id: string) =>
  delegations.find((one) => one.id === id)?.name ?? "A side";

function ofDraft({ id, delegation, texts }: ReadoutView, delegations: DelegationView[]): GatheredAccount {
  const name = nameOf(delegations, delegation);
  return {
    shown: {
      ...{ id, kind: "draft", delegation, name, document: null, published: null, unread: null },
      alsoPrintedBy: [],
    },
    given: null,
    draft: draftSource(id, comparedText(texts), name),
  };
}

/** Point by point, once what is a draft is read too. */
export async function compareGathered(
  gathered: GatheredAccount[],
  readAside: ReadAside,
): Promise<Comparison> {
  const accounts = await Promise.all(
    gathered.map(async ({ shown, given, draft }) => {
      if (!draft) return { shown, given };
      // A draft that brings the reader down is an account that was not read, and keeps no other from being compared.
      const { reading, unread } = await readAside(draft).catch(() => FAILED);
      return { shown: { ...shown, unread }, given: { id: shown.id, reading, whole: true, unread } };
    }),
  );
  // Loaded with the first comparison and not at every start.
  const { compareAccounts } = await import("@parley/resolution");
  const given = accounts.map(
    ({ shown, given: one }): GivenAccount => one ?? { ...UNREAD, id: shown.id, unread: shown.unread },
  );
  return { accounts: accounts.map(({ shown }) => shown), points: remembered(given, compareAccounts) };
}

/** A page asks again with every change beside it; ten long accounts take a second and more to compare. */
const known = new Map<string, ComparedPoint[]>();
const REMEMBERED = 50;

/** What was made of the very same accounts before: whoever asks has all of them in hand. */
function remembered(
  given: GivenAccount[],
  compare: (accounts: GivenAccount[]) => ComparedPoint[],
): ComparedPoint[] {
  const key = contentHash(
    given.map(({ id, whole, unread, reading: { document, claims } }) => [
      ...[id, whole, unread, document.id, document.text, document.outlet, document.published?.edtf ?? null],
      claims.map((claim) => claim.id),
    ]),
  );
  const points = known.get(key) ?? compare(given);
  known.set(key, points);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
  return points;
}

async function ofPublications(
  session: Session,
  publications: Publication[],
  delegations: DelegationView[],
): Promise<GatheredAccount[]> {
  const chosen = publications.map((one) => {
    const { language } = comparedText(one.texts);
    return { one, document: one.documents.find((of) => of.language === language)!.document };
  });
  const [first] = publications;
  const readings = first
    ? await readingsOf(
        session,
        first.process,
        chosen.map(({ document }) => document),
      )
    : new Map<string, never>();
  return chosen
    .map(({ one, document }): GatheredAccount => {
      const read = readings.get(document);
      const unread = read ? read.unread : "It is being read.";
      const name = nameOf(delegations, one.delegation);
      return {
        shown: {
          ...{ id: one.id, kind: "readout", delegation: one.delegation, name, document, unread },
          ...{ published: one.published, alsoPrintedBy: [] },
        },
        given: read ? { id: one.id, reading: read.reading as Reading, whole: true, unread } : null,
        draft: null,
      };
    })
    .sort((a, b) => a.shown.name.localeCompare(b.shown.name, "en") || (a.shown.id < b.shown.id ? -1 : 1));
}

async function ofReports(
  session: Session,
  contact: ContactView,
  own: Set<string>,
): Promise<GatheredAccount[]> {
  const { process } = contact;
  const matched = (await reportsOf(session, process, contact)).filter(({ verdict }) => verdict === "same");
  const documents = await documentsOfOccurrences(
    session,
    process,
    matched.map(({ occurrence }) => occurrence.id),
  );
  const others = documents.filter(({ id }) => !own.has(id));
  const originals = others.filter(({ reprintOf }) => !others.some(({ id }) => id === reprintOf));
  const kept = originals.slice(0, MOST_REPORTS);
  const readings = await readingsOf(
    session,
    process,
    kept.map(({ id }) => id),
  );
  return kept.map(({ id, title, outlet, published }): GatheredAccount => {
    const read = readings.get(id);
    const unread = read ? read.unread : "It is being read.";
    const reprints = others.filter(({ reprintOf }) => reprintOf === id).map((one) => one.id);
    return {
      shown: {
        ...{ id, kind: "report", delegation: null, name: outlet ?? title ?? id, document: id, unread },
        ...{ published: published?.edtf ?? null, alsoPrintedBy: reprints },
      },
      given: read ? { id, reading: read.reading as Reading, whole: false, unread } : null,
      draft: null,
    };
  });
}
