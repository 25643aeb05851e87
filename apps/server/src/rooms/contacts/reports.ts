/** Which reports are of which contact: the comparison among what one viewer sees, and over it what people said. */
import {
  type ActorName,
  bounds,
  type ContactReport,
  type ContactView,
  type DelegationView,
  type HeldHere,
  type OccurrenceSummary,
  type ReportJudgement,
} from "@parley/protocol";
import { contactReports, localDay } from "@parley/record";
import { type ContactMatch, matchAmong, type OrganisedContact } from "@parley/resolution";
import {
  agreedBetween,
  listDelegations,
  namesOf,
  occurrencePage,
  occurrencesById,
  occurrencesOfClaims,
  reportJudgements,
  type Session,
} from "@parley/store";

const DAY = 86_400_000;
/** How far a report's day may be from a contact's to be looked at. */
const REACH = 2 * DAY;
const MOST = 300;

/** Best first; those that can only be another one are left out, unless a person said so. */
export async function reportsOf(
  session: Session,
  process: string,
  contact: ContactView,
): Promise<ContactReport[]> {
  const judgements = (await reportJudgements(session, process)).get(contact.id) ?? [];
  const said = await saidOf(session, process, judgements);
  const organised = organisedFrom(contact, await listDelegations(session, process));
  const stretch = stretchOf(organised);
  const near = stretch
    ? await occurrencePage(session, process, {
        ...{ kind: "contact", limit: MOST },
        from: new Date(stretch.from).toISOString().slice(0, 10),
        to: new Date(stretch.to).toISOString().slice(0, 10),
      })
    : { occurrences: [], actors: [] };
  const named = [...said.keys()].filter((id) => !near.occurrences.some((one) => one.id === id));
  const occurrences = [...near.occurrences, ...(await occurrencesById(session, process, named))];
  const rivals = stretch ? await organisedBetween(session, process, stretch) : [];
  const others = rivals.filter((one) => one.id !== contact.id);
  const names = namesBy(near.actors);
  const reports = occurrences.map((occurrence): ContactReport => {
    const word = said.get(occurrence.id);
    if (word) return { occurrence, ...asSaid(word), judged: true };
    const match = matchAmong([organised, ...others], occurrence, names).get(contact.id)!;
    return { occurrence, ...match, judged: false };
  });
  return reports
    .filter((report) => report.judged || report.verdict !== "different")
    .sort((a, b) => b.score - a.score || (a.occurrence.id < b.occurrence.id ? -1 : 1));
}

/** Contacts that a reported one may be, best first. */
export async function contactsOf(
  session: Session,
  process: string,
  occurrence: OccurrenceSummary,
  claims: string[],
): Promise<HeldHere[]> {
  if (occurrence.kind !== "contact") return [];
  const judgements = await reportJudgements(session, process);
  const { from, to } = occurrence.when ? bounds(occurrence.when.edtf) : { from: null, to: null };
  const dated = from !== null && to !== null;
  const contacts = await agreedBetween(
    session,
    process,
    dated ? { from: from - REACH, to: to + REACH } : { from: Number.MIN_SAFE_INTEGER, to: 8.64e15 },
  );
  const delegations = await listDelegations(session, process);
  const { actors } = await namesOf(session, process, [occurrence]);
  const matches = matchAmong(
    contacts.map((contact) => organisedFrom(contact, delegations)),
    occurrence,
    namesBy(actors),
  );
  return contacts
    .flatMap((contact): HeldHere[] => {
      const word = contactReports.judged(judgements.get(contact.id) ?? [], claims);
      const match = word ? asSaid(word) : (matches.get(contact.id) as ContactMatch);
      const { verdict, score, why } = match;
      return verdict === "different" ? [] : [{ contact, verdict, score, why }];
    })
    .sort((a, b) => b.score - a.score || (a.contact.id < b.contact.id ? -1 : 1));
}

/** What was said last of each occurrence that the session sees. */
async function saidOf(session: Session, process: string, judgements: ReportJudgement[]) {
  const told = await occurrencesOfClaims(session, process, [
    ...new Set(judgements.flatMap((one) => one.claims)),
  ]);
  const said = new Map<string, ReportJudgement>();
  for (const judgement of judgements)
    for (const claim of judgement.claims) {
      const occurrence = told.get(claim);
      if (occurrence) said.set(occurrence, judgement);
    }
  return said;
}

const asSaid = ({ verdict, reason }: ReportJudgement): ContactMatch => ({
  verdict,
  score: verdict === "same" ? 1 : 0,
  why: reason || "a person decided",
});

async function organisedBetween(session: Session, process: string, stretch: { from: number; to: number }) {
  const delegations = await listDelegations(session, process);
  return (await agreedBetween(session, process, stretch)).map((one) => organisedFrom(one, delegations));
}

function organisedFrom(contact: ContactView, delegations: DelegationView[]): OrganisedContact {
  const { id, type, state, held, agreed, times, zone } = contact;
  const proposed = times.length ? { start: times[0]!.start, end: times.at(-1)!.end } : null;
  const time = held ? { start: held.from, end: held.to } : (agreed ?? proposed);
  const clock = agreed?.zone ?? zone;
  return {
    ...{ id, type, state },
    time: time && { start: time.start, end: time.end },
    days: time && { first: localDay(time.start, clock), last: localDay(time.end, clock) },
    sides: [contact.convener, ...contact.invited.map((one) => one.delegation)].map((delegation) => {
      const known = delegations.find((one) => one.id === delegation);
      return {
        actors: known?.represents ?? [],
        persons: personsOf(contact, delegation),
        third: known?.capacity !== "party",
      };
    }),
  };
}

/** Who came where that is known, else who was to come. */
function personsOf(contact: ContactView, delegation: string): string[] {
  const came = contact.attended.find((one) => one.delegation === delegation)?.persons ?? [];
  if (came.length) return came;
  if (delegation === contact.convener) return contact.persons;
  return contact.invited.find((one) => one.delegation === delegation)?.persons ?? [];
}

function stretchOf({ time }: OrganisedContact): { from: number; to: number } | null {
  return time && { from: Date.parse(time.start) - REACH, to: Date.parse(time.end) + REACH };
}

const namesBy = (actors: ActorName[]) => new Map(actors.map((actor) => [actor.id, actor]));
