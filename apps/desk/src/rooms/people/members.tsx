import type { DelegationView, Member } from "@parley/protocol";
import { type FormEvent, useRef } from "react";
import { Section } from "../../parts/section.tsx";
import { sitting, today } from "./capacity-words.ts";
import type { Change } from "./delegation-page.tsx";

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const dayWords = (day: string) => DAY.format(new Date(`${day}T00:00:00Z`));

const days = ({ from, to }: Member) =>
  to === null ? `since ${dayWords(from)}` : `${dayWords(from)} to ${dayWords(to)}`;

interface Listed {
  delegation: DelegationView;
  /** Null where it is not theirs to change. */
  change: Change | null;
  /** Whose seats this person may end. */
  ends: (member: Member) => boolean;
}

export function Members({ delegation, change, ends }: Listed) {
  const now = sitting(delegation, today());
  const others = delegation.members.filter((member) => !now.includes(member));
  return (
    <Section title="Members" note={now.length ? `${now.length}` : undefined}>
      {now.length === 0 && <p className="hint">Nobody sits here now.</p>}
      <ul className="plain-list">
        {now.map((member) => (
          <MemberRow key={member.id} member={member} change={ends(member) ? change : null} />
        ))}
      </ul>
      {change && <SeatForm change={change} />}
      {others.length > 0 && (
        <details>
          <summary>Before and to come ({others.length})</summary>
          <ul className="plain-list">
            {others.map((member) => (
              <MemberRow key={member.id} member={member} change={null} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function MemberRow({ member, change }: { member: Member; change: Change | null }) {
  return (
    <li>
      <span>
        <bdi>{member.name}</bdi>
        {member.lead && <em className="mark-word">lead</em>}
        <span className="fine">
          {" "}
          {[member.function, days(member), member.account === null && "does not sign in"]
            .filter(Boolean)
            .join("; ")}
        </span>
      </span>
      {change && member.to === null && (
        <button
          type="button"
          className="button small"
          onClick={() => void change({ type: "unseat", member: member.id, to: today() })}
        >
          End the seat<span className="visually-hidden"> of {member.name}</span>
        </button>
      )}
    </li>
  );
}

/** Somebody who is named and does not sign in. */
function SeatForm({ change }: { change: Change }) {
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const member = {
      ...{ name: String(fields.get("name")).trim(), function: String(fields.get("function")).trim() },
      ...{ lead: fields.has("lead"), from: String(fields.get("from")), to: null },
    };
    if ((await change({ type: "seat", member })) !== undefined) form.current?.reset();
  };
  return (
    <details>
      <summary>Name somebody who does not sign in</summary>
      <form ref={form} className="form" onSubmit={(event) => void submit(event)}>
        <div className="field-row">
          <label className="field">
            <span>Name</span>
            <input name="name" required maxLength={200} autoComplete="off" />
          </label>
          <label className="field">
            <span>Function</span>
            <input name="function" maxLength={200} autoComplete="off" placeholder="Deputy minister" />
          </label>
          <label className="field">
            <span>From</span>
            <input name="from" type="date" required defaultValue={today()} />
          </label>
        </div>
        <label className="check">
          <input type="checkbox" name="lead" />
          leads the delegation
        </label>
        <p className="button-row">
          <button type="submit" className="button">
            Seat them
          </button>
        </p>
      </form>
    </details>
  );
}
