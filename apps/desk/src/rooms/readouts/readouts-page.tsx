/** One's own readouts by what they wait for, and how the delegation approves them. */
import type { Approval, ReadoutState, ReadoutView } from "@parley/protocol";
import { APPROVALS } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { useActing } from "../delegations.ts";
import { Countdown } from "./countdown.tsx";
import { PublishedList } from "./published-list.tsx";
import { readoutsQuery, ruleQuery, setRule } from "./queries.ts";
import { APPROVAL_WORDS, STATE_WORDS } from "./words.ts";

const GROUPS: { title: string; states: ReadoutState[] }[] = [
  { title: "Wait for approval", states: ["submitted"] },
  { title: "To be revised", states: ["returned"] },
  { title: "Drafts", states: ["draft"] },
  { title: "Approved and scheduled", states: ["approved", "scheduled"] },
  { title: "Out", states: ["published"] },
];

export function ReadoutsPage() {
  const process = useProcessId();
  const query = useQuery(readoutsQuery(process));
  const acting = useActing(process);
  return (
    <>
      <PageHead title="Readouts">
        <p className="lede">Your delegation's own accounts, and what others published to you.</p>
      </PageHead>
      <Answered query={query} what="the readouts">
        {({ readouts, publications }) => (
          <>
            {readouts.length === 0 && (
              <Empty title="No readout of yours">
                <p>A readout is written on the page of its contact.</p>
              </Empty>
            )}
            {GROUPS.map(({ title, states }) => {
              const group = readouts.filter(({ state }) => states.includes(state));
              return (
                group.length > 0 && (
                  <Section key={title} title={title}>
                    <ul className="plain-list">
                      {group.map((readout) => (
                        <Line key={readout.id} readout={readout} />
                      ))}
                    </ul>
                  </Section>
                )
              );
            })}
            {acting.mode === "shared" && acting.own.length > 0 && (
              <Section title="How your readouts are approved">
                {acting.own.map(({ id }) => (
                  <Rule key={id} process={process} delegation={id} />
                ))}
              </Section>
            )}
            {publications.length > 0 && (
              <Section title="Published to you">
                <PublishedList publications={publications} folded />
              </Section>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function Line({ readout }: { readout: ReadoutView }) {
  const acting = useActing(readout.process);
  const [first] = readout.texts;
  const next = readout.publications.find(({ published }) => published === null);
  return (
    <li>
      <span>
        <a
          href={`/p/${encodeURIComponent(readout.process)}/contacts/${encodeURIComponent(readout.contact)}`}
          dir="auto"
        >
          {first?.title || first?.text.slice(0, 80) || "Empty"}
        </a>
      </span>
      <span className="line-facts">
        <span>{acting.name(readout.delegation)}</span>
        <span>{STATE_WORDS[readout.state]}</span>
        <span>version {readout.version}</span>
        {next && <Countdown at={next.at} />}
      </span>
    </li>
  );
}

function Rule({ process, delegation }: { process: string; delegation: string }) {
  const client = useQueryClient();
  const acting = useActing(process);
  const query = useQuery(ruleQuery(process, delegation));
  const set = useMutation({
    mutationFn: (approval: Approval) => setRule(process, query.data!, approval),
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "readout"] }),
  });
  const rule = query.data;
  if (!rule) return null;
  const leads = acting.leads(delegation);
  return (
    <label className="field inline-field">
      <span>{acting.name(delegation)}</span>
      <select
        value={set.isPending ? set.variables : rule.approval}
        disabled={!leads || set.isPending}
        onChange={(event) => set.mutate(event.target.value as Approval)}
      >
        {APPROVALS.map((approval) => (
          <option key={approval} value={approval}>
            {APPROVAL_WORDS[approval]}
          </option>
        ))}
      </select>
      {!leads && <span className="hint">Who leads the delegation sets this.</span>}
      {set.error && <span className="form-error">{set.error.message}</span>}
    </label>
  );
}
