/** Reports that may be of this contact, each with why; a person says which are. */
import type { ContactReport, ContactView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import { Section } from "../../parts/section.tsx";
import { WhenBrief } from "../../parts/when.tsx";
import type { Acting } from "../delegations.ts";
import { speakersIn } from "./acting.ts";
import { judgeReport, reportsQuery } from "./api.ts";
import { ChangeTrouble } from "./change-trouble.tsx";

type Report = z.infer<typeof ContactReport>;
const VERDICTS: Record<Report["verdict"], string> = {
  same: "tells of this contact",
  unsure: "may tell of this contact",
  different: "tells of another",
};

export function ContactReports({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const { process, id } = contact;
  const client = useQueryClient();
  const query = useQuery(reportsQuery(process, id));
  const side = speakersIn(contact, acting)[0]?.delegation ?? null;
  const judge = useMutation({
    mutationFn: ({ occurrence, verdict }: { occurrence: string; verdict: "same" | "different" }) =>
      judgeReport(process, id, { command: crypto.randomUUID(), for: side!, occurrence, verdict, reason: "" }),
    onSuccess: (answer) => client.setQueryData(reportsQuery(process, id).queryKey, answer),
  });
  const reports = query.data?.reports ?? [];
  if (!reports.length) return null;
  return (
    <Section title="In the reports" note="seen by who takes part here">
      <ul className="contact-reports">
        {reports.map((report) => (
          <li key={report.occurrence.id} data-verdict={report.verdict}>
            <p className="line-head">
              <Link
                to="/p/$process/occurrences/$occurrence"
                params={{ process, occurrence: report.occurrence.id }}
                dir="auto"
              >
                “{report.occurrence.quote}”
              </Link>
            </p>
            <p className="line-facts">
              <span>{VERDICTS[report.verdict]}</span>
              {report.occurrence.when && (
                <span>
                  <WhenBrief when={report.occurrence.when} />
                </span>
              )}
              <span>{report.judged ? "a person said so" : `score ${report.score.toFixed(2)}`}</span>
            </p>
            <p className="hint">{report.why}</p>
            {side && (
              <p className="button-row">
                {(["same", "different"] as const)
                  .filter((verdict) => !report.judged || report.verdict !== verdict)
                  .map((verdict) => (
                    <button
                      key={verdict}
                      type="button"
                      className="button small"
                      disabled={judge.isPending}
                      onClick={() => judge.mutate({ occurrence: report.occurrence.id, verdict })}
                    >
                      {verdict === "same" ? "It is this one" : "Not this one"}
                    </button>
                  ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <ChangeTrouble error={judge.error} />
    </Section>
  );
}
