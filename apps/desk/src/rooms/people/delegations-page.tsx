import type { DelegationView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { delegationsQuery, useActing } from "../delegations.ts";
import { CAPACITY_GROUPS, sitting, today } from "./capacity-words.ts";
import { FoundForm } from "./found-form.tsx";

export function DelegationsPage() {
  const process = useProcessId();
  const delegations = useQuery(delegationsQuery(process));
  const { convenes } = useActing(process);
  return (
    <>
      <PageHead title="Delegations">
        <p className="lede">
          Who takes part, in which capacity.{" "}
          <Link to="/p/$process/names" params={{ process }}>
            What parties and places are called
          </Link>
        </p>
      </PageHead>
      <Answered query={delegations} what="the delegations">
        {({ delegations: all }) => (
          <>
            {all.length === 0 && (
              <Empty title="Nobody sits at the table yet">
                <p>
                  {convenes
                    ? "Found a delegation below: your own secretariat or mediation first, then each side."
                    : "The third party founds the delegations."}
                </p>
              </Empty>
            )}
            {CAPACITY_GROUPS.map(({ capacity, many }) => {
              const here = all.filter((one) => one.capacity === capacity);
              return (
                here.length > 0 && (
                  <Section key={capacity} title={many}>
                    <ul className="delegation-list">
                      {here.map((one) => (
                        <DelegationCard key={one.id} delegation={one} all={all} />
                      ))}
                    </ul>
                  </Section>
                )
              );
            })}
            {convenes && (
              <details className="new-process" {...(all.length === 0 ? { open: true } : {})}>
                <summary>Found a delegation</summary>
                <FoundForm process={process} all={all.filter((one) => one.closed === null)} />
              </details>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function DelegationCard({ delegation, all }: { delegation: DelegationView; all: DelegationView[] }) {
  const { process, id, name, closed, knownTo, together } = delegation;
  const here = sitting(delegation, today());
  const names = here.map((member) => (member.lead ? `${member.name} (lead)` : member.name));
  return (
    <li className={closed === null ? "" : "ended"}>
      <p className="line-head">
        <Link to="/p/$process/delegations/$delegation" params={{ process, delegation: id }}>
          <bdi>{name}</bdi>
        </Link>
        {knownTo && <em className="mark-word">discreet</em>}
        {closed !== null && <em className="mark-word">ended</em>}
      </p>
      <p className="fine">
        {together.length > 0 &&
          `Acting together: ${together.map((one) => all.find((other) => other.id === one)?.name ?? "…").join(", ")}. `}
        {closed === null &&
          (names.length ? names.join(", ") : together.length ? "" : "Nobody sits here yet.")}
      </p>
    </li>
  );
}
