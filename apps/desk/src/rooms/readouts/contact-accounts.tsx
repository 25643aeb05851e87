/** The accounts of a contact: one's own, those of the others, all of them point by point, and what the sides confirm. */
import type { AgreedPointView, ComparedPoint, Contact } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { Section } from "../../parts/section.tsx";
import { countWords } from "../../view/words.ts";
import { useActing } from "../delegations.ts";
import { AgreedPoints } from "./agreed-points.tsx";
import { ComparisonView } from "./comparison-view.tsx";
import { OwnReadout, sidesOf } from "./own-readout.tsx";
import { PublishedList } from "./published-list.tsx";
import { PutPoint } from "./put-point.tsx";
import { comparisonQuery, pointsQuery, readoutsQuery } from "./queries.ts";

export function ContactAccounts({ process, contact }: { process: string; contact: Contact }) {
  const acting = useActing(process);
  const readouts = useQuery(readoutsQuery(process, contact.id));
  const comparison = useQuery(comparisonQuery(process, contact.id));
  const points = useQuery(pointsQuery(process, contact.id));
  const [putting, setPutting] = useState<ComparedPoint | AgreedPointView | "new" | null>(null);
  const member = acting.own.some(({ id }) => sidesOf(contact).includes(id));
  const compared = comparison.data;
  const own = new Set(readouts.data?.readouts.map(({ id }) => id));
  const others = (readouts.data?.publications ?? []).filter(({ account }) => !own.has(account));
  return (
    <div className="contact-accounts">
      <Section title={acting.mode === "single" ? "Readouts of the sides" : "Our readout"}>
        <Answered query={readouts} what="the readout">
          {(list) => <OwnReadout process={process} contact={contact} readouts={list.readouts} />}
        </Answered>
      </Section>
      {others.length > 0 && (
        <Section title="Published by others">
          <PublishedList publications={others} />
        </Section>
      )}
      <Section
        title="All accounts, point by point"
        note={compared?.accounts.length ? countWords(compared.accounts.length, "account") : undefined}
        className="wide-section"
      >
        <Answered query={comparison} what="the comparison">
          {(data) =>
            data.accounts.length === 0 ? (
              <Empty title="No account of it yet">
                <p>Readouts that are published, and reports that tell of this contact, are compared here.</p>
              </Empty>
            ) : (
              <ComparisonView process={process} comparison={data} onPut={member ? setPutting : undefined} />
            )
          }
        </Answered>
      </Section>
      <Section title="Points put to the sides">
        <Answered query={points} what="the points">
          {(list) => (
            <>
              {list.points.length === 0 && (
                <p className="hint">
                  What the sides agree on can be put to them, and each confirms or disputes it.
                </p>
              )}
              <AgreedPoints contact={contact} points={list.points} onReplace={setPutting} />
            </>
          )}
        </Answered>
        {member && (
          <button type="button" className="button" onClick={() => setPutting("new")}>
            Put a point to the sides…
          </button>
        )}
      </Section>
      {putting && (
        <PutPoint
          process={process}
          contact={contact}
          comparison={compared ?? { accounts: [], points: [] }}
          from={putting === "new" ? null : putting}
          onClose={() => setPutting(null)}
        />
      )}
    </div>
  );
}
