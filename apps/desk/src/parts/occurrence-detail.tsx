/** What only one kind has: an agreement's provisions and effective instant, an incident's casualties, a count. */
import {
  AgreementDetail,
  ExchangeDetail,
  IncidentDetail,
  type OccurrenceView,
  type Range,
} from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { rangeWords } from "../view/range-words.ts";
import { capital, typeWords } from "../view/words.ts";
import { ActorLink } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { Section } from "./section.tsx";
import { WhenFull } from "./when.tsx";

function ActorLinks({ ids }: { ids: string[] }) {
  if (ids.length === 0) return <span className="unknown">not stated</span>;
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <ActorLink id={id} />
        </span>
      ))}
    </>
  );
}

function Agreement({ detail }: { detail: AgreementDetail }) {
  const process = useProcessId();
  return (
    <Section title="What was agreed">
      <dl className="facts wide">
        <div>
          <dt>Takes effect</dt>
          <dd>
            <WhenFull when={detail.effective} none="No instant stated." />
          </dd>
        </div>
        <div>
          <dt>Expires</dt>
          <dd>
            <WhenFull when={detail.expires} none="No end stated." />
          </dd>
        </div>
        <div>
          <dt>Signed by</dt>
          <dd>
            <ActorLinks ids={detail.signatories} />
          </dd>
        </div>
        {detail.refersTo && (
          <div>
            <dt>Refers to</dt>
            <dd>
              <Link
                to="/p/$process/occurrences/$occurrence"
                params={{ process, occurrence: detail.refersTo }}
              >
                an earlier agreement
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {detail.provisions.length === 0 ? (
        <p className="unknown">The reports name no provision.</p>
      ) : (
        <ol className="provisions">
          {detail.provisions.map((provision) => (
            <li key={`${provision.start}-${provision.type}-${provision.translation ?? ""}`}>
              <span className="provision-type">{capital(typeWords(provision.type))}</span>
              {provision.translation === undefined ? (
                <q dir="auto">{provision.text}</q>
              ) : (
                <span>
                  <q lang="en">{provision.translation}</q>{" "}
                  <span className="fine">read in translation, in this paragraph:</span>{" "}
                  <q dir="auto">{provision.text}</q>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Casualties({ name, range }: { name: string; range: Range | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={range ? "" : "unknown"}>{rangeWords(range)}</dd>
    </div>
  );
}

/** Those the reader names as denying, and the sources of accounts that deny: the page must not contradict itself. */
function deniersOf(detail: IncidentDetail, { occurrence, claims }: OccurrenceView): string[] {
  const denying = new Set(claims.filter((claim) => claim.stance === "denies").map((claim) => claim.id));
  const sources = occurrence.accounts
    .filter((account) => account.claims.some((claim) => denying.has(claim)))
    .flatMap((account) => account.by ?? []);
  return [...new Set([...detail.deniedBy, ...sources])];
}

function Incident({ detail, view }: { detail: IncidentDetail; view: OccurrenceView }) {
  const deniers = deniersOf(detail, view);
  return (
    <Section title="What is said to have happened">
      <dl className="facts wide">
        <div>
          <dt>Alleged by</dt>
          <dd>
            {detail.allegedBy ? (
              <ActorLink id={detail.allegedBy} />
            ) : (
              <span className="unknown">nobody named</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Denied by</dt>
          <dd>
            {deniers.length > 0 ? (
              <ActorLinks ids={deniers} />
            ) : (
              <span className="unknown">no denial in the reports</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Weapon</dt>
          <dd className={detail.weapon ? "" : "unknown"}>{detail.weapon ?? "not stated"}</dd>
        </div>
        <Casualties name="Killed" range={detail.casualties.killed} />
        <Casualties name="Wounded" range={detail.casualties.wounded} />
      </dl>
    </Section>
  );
}

export function OccurrenceDetail({ view }: { view: OccurrenceView }) {
  const { occurrence } = view;
  if (occurrence.kind === "agreement") {
    const detail = AgreementDetail.safeParse(occurrence.detail);
    return detail.success ? <Agreement detail={detail.data} /> : null;
  }
  if (occurrence.kind === "incident") {
    const detail = IncidentDetail.safeParse(occurrence.detail);
    return detail.success ? <Incident detail={detail.data} view={view} /> : null;
  }
  if (occurrence.kind === "exchange") {
    const detail = ExchangeDetail.safeParse(occurrence.detail);
    if (!detail.success) return null;
    return (
      <Section title="How many">
        <p className={detail.data.count ? "" : "unknown"}>{rangeWords(detail.data.count)}</p>
      </Section>
    );
  }
  return null;
}
