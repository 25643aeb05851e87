import type { OccurrenceActor, OccurrenceView } from "@parley/protocol";
import type { ReactNode } from "react";
import { capital, ROLE_WORDS } from "../view/words.ts";
import { ActorLink, useNames } from "./names.tsx";
import { WhenFull } from "./when.tsx";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Who({ actors }: { actors: OccurrenceActor[] }) {
  const names = useNames();
  if (actors.length === 0) return <p className="unknown">not stated</p>;
  return (
    <ul className="who">
      {actors.map((one) => (
        <li key={`${one.actor}-${one.role}`}>
          <ActorLink id={one.actor} /> <span className="role">{ROLE_WORDS[one.role]}</span>
          {one.asWorded !== names.actor(one.actor) && (
            <span className="fine">
              {" "}
              as <q dir="auto">{one.asWorded}</q>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** When, where, who, and what it is about. What the reports leave open is printed as open. */
export function OccurrenceFacts({ view }: { view: OccurrenceView }) {
  const { occurrence } = view;
  const names = useNames();
  return (
    <dl className="facts wide">
      <Fact name="When">
        <WhenFull when={occurrence.when} none="No date stated, and nothing in the reports allows one." />
      </Fact>
      <Fact name="Where">
        {occurrence.where ? names.place(occurrence.where) : <span className="unknown">not stated</span>}
      </Fact>
      <Fact name="Who">
        <Who actors={occurrence.actors} />
        {occurrence.initiator && (
          <p className="fine">
            on the initiative of <ActorLink id={occurrence.initiator} />
          </p>
        )}
      </Fact>
      {occurrence.topics.length > 0 && <Fact name="About">{capital(occurrence.topics.join(", "))}</Fact>}
      {occurrence.ambiguous && (
        <Fact name="Left open">The text leaves open whether this was one contact or several.</Fact>
      )}
      {occurrence.background && <Fact name="Told as">Background: older news given as context.</Fact>}
    </dl>
  );
}
