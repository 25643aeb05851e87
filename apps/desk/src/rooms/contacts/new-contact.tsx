import { CONTACT_TYPES, type ContactType, type DelegationView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { type Acting, useActing } from "../delegations.ts";
import { FormTrouble } from "../people/form-trouble.tsx";
import { proposeContact, workingTimesQuery } from "./api.ts";
import { Finder } from "./finder.tsx";
import { MeetingPoint, type MeetingPointTyped, placeAndJoin } from "./meeting-point.tsx";
import { emptyTime, TimeRows, type TypedTime, timesOf, typedFrom } from "./time-rows.tsx";
import { isZone, ownZone } from "./times.ts";
import { linesOf, namesOf } from "./typed-lists.ts";
import { CONTACT_WORDS } from "./words.ts";
import { ZoneField } from "./zone-field.tsx";

const THIRD = ["mediator", "co-chair", "secretariat"];

export function NewContactPage(): ReactNode {
  const process = useProcessId();
  const acting = useActing(process);
  const conveners = [...acting.own].sort(
    (one, other) => Number(THIRD.includes(other.capacity)) - Number(THIRD.includes(one.capacity)),
  );
  return (
    <>
      <PageHead title="Propose a contact" />
      {conveners[0] && acting.all.length > 1 ? (
        <ProposeForm process={process} acting={acting} conveners={conveners} />
      ) : (
        <Empty title="Nobody to meet yet">
          <p>
            A contact is between delegations.{" "}
            <Link to="/p/$process/delegations" params={{ process }}>
              Found at least two of them first
            </Link>
            .
          </p>
        </Empty>
      )}
    </>
  );
}

interface Proposing {
  process: string;
  acting: Acting;
  conveners: DelegationView[];
}

function ProposeForm({ process, acting, conveners }: Proposing) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const working = useQuery(workingTimesQuery(process)).data?.times ?? [];
  const [command] = useState(() => crypto.randomUUID());
  const [type, setType] = useState<ContactType>("call");
  const [title, setTitle] = useState("");
  const [convener, setConvener] = useState(conveners[0]!.id);
  const [invited, setInvited] = useState<Record<string, string>>({});
  const [zone, setZone] = useState(ownZone);
  const [rows, setRows] = useState<TypedTime[]>(() => [emptyTime()]);
  const [point, setPoint] = useState<MeetingPointTyped>({ place: "", link: "", make: false });
  const [agenda, setAgenda] = useState("");
  const [finding, setFinding] = useState(false);
  const propose = useMutation({
    mutationFn: () =>
      proposeContact(process, {
        ...{ command, for: convener, type, title, persons: [], zone, topics: [], reminders: [1440, 60] },
        invited: sides.map((delegation) => ({ delegation, persons: namesOf(invited[delegation] ?? "") })),
        times: timesOf(rows, zone),
        ...placeAndJoin(point),
        agenda: linesOf(agenda),
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["rooms", process, "contact"] });
      await navigate({ to: "/p/$process/contacts/$contact", params: { process, contact: id } });
    },
  });
  const others = acting.all.filter((one) => one.id !== convener);
  const sides = others.flatMap((one) => (one.id in invited ? [one.id] : []));
  const zoneKnown = isZone(zone);
  const elsewhere = [
    ...new Set(working.filter((one) => [convener, ...sides].includes(one.delegation)).map((one) => one.zone)),
  ].filter((one) => one !== zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sides.length && zoneKnown && !propose.isPending) propose.mutate();
  };
  return (
    <form className="form contact-form" onSubmit={submit}>
      <div className="field-row">
        <label className="field">
          <span>What it is</span>
          <select value={type} onChange={(event) => setType(event.target.value as ContactType)}>
            {CONTACT_TYPES.map((one) => (
              <option key={one} value={one}>
                {CONTACT_WORDS[one]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Convened by</span>
          <select value={convener} onChange={(event) => setConvener(event.target.value)}>
            {conveners.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        <span>Title</span>
        <input
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          required
          maxLength={300}
          autoComplete="off"
          dir="auto"
        />
      </label>
      <fieldset className="invite-list">
        <legend>Invited, and who is asked to come</legend>
        {others.map((one) => (
          <div key={one.id} className="invite-row">
            <label className="check">
              <input
                type="checkbox"
                checked={one.id in invited}
                onChange={(event) => {
                  const { [one.id]: _, ...rest } = invited;
                  setInvited(event.target.checked ? { ...rest, [one.id]: "" } : rest);
                }}
              />
              <bdi>{one.name}</bdi>
            </label>
            {one.id in invited && (
              <input
                aria-label={`Who is asked to come for ${one.name}`}
                placeholder="Names, parted by commas; empty leaves it to them"
                list={`members-${one.id}`}
                value={invited[one.id]}
                onChange={(event) => setInvited({ ...invited, [one.id]: event.target.value })}
                autoComplete="off"
              />
            )}
            <datalist id={`members-${one.id}`}>
              {one.members
                .filter((member) => member.to === null)
                .map((member) => (
                  <option key={member.id} value={member.name} />
                ))}
            </datalist>
          </div>
        ))}
      </fieldset>
      <fieldset className="times-part">
        <legend>Times</legend>
        <ZoneField label="By the clock of" value={zone} onChange={setZone} invalid={!zoneKnown} />
        {zoneKnown && <TimeRows rows={rows} zone={zone} others={elsewhere} onChange={setRows} />}
        {zoneKnown && sides.length > 0 && (
          <details open={finding} onToggle={(event) => setFinding(event.currentTarget.open)}>
            <summary>Find times that suit everybody</summary>
            {finding && (
              <Finder
                process={process}
                delegations={[convener, ...sides]}
                zone={zone}
                name={acting.name}
                onChoose={(time) => setRows([...rows.filter((row) => row.day !== ""), typedFrom(time, zone)])}
              />
            )}
          </details>
        )}
      </fieldset>
      <MeetingPoint process={process} typed={point} onChange={setPoint} />
      <label className="field">
        <span>Agenda, one item a line</span>
        <textarea
          value={agenda}
          onChange={(event) => setAgenda(event.target.value)}
          rows={3}
          maxLength={20_000}
          dir="auto"
        />
      </label>
      <FormTrouble error={propose.error} />
      <p className="button-row">
        <button type="submit" className="button primary" disabled={propose.isPending || !sides.length}>
          {propose.isPending ? "Sending…" : "Propose it"}
        </button>
        {!sides.length && <span className="hint">Invite somebody first.</span>}
      </p>
    </form>
  );
}
