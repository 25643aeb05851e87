import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { addDocuments, addFiles } from "../api/queries.ts";
import type { NamedFile } from "../parts/dropped-files.ts";
import { FileDrop } from "../parts/file-drop.tsx";
import { JobProgress } from "../parts/job-progress.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Trouble } from "../parts/page-state.tsx";
import { PasteForm } from "../parts/paste-form.tsx";
import { useProcessId } from "../parts/process-id.ts";

/** One request carries so many files at most; a larger folder becomes several jobs. */
const BATCH = 500;
/** The newest so many jobs stay on the page. */
const JOBS_SHOWN = 5;

export function AddPage(): ReactNode {
  const process = useProcessId();
  const navigate = useNavigate();
  const asked: { job?: string | undefined } = useSearch({ from: "/p/$process/add" });
  const jobs = asked.job?.split(",").filter((id) => id !== "") ?? [];
  const shown = useRef(jobs);
  shown.current = jobs;
  const show = (job: string) => {
    shown.current = [job, ...shown.current].slice(0, JOBS_SHOWN);
    void navigate({
      to: "/p/$process/add",
      params: { process },
      search: { job: shown.current.join(",") },
      replace: true,
    });
  };
  const paste = useMutation({
    mutationFn: (document: Parameters<typeof addDocuments>[1]["documents"][number]) =>
      addDocuments(process, { command: crypto.randomUUID(), documents: [document] }),
    onSuccess: (job) => show(job.id),
  });
  const give = useMutation({
    mutationFn: async (files: NamedFile[]) => {
      for (let at = 0; at < files.length; at += BATCH)
        show((await addFiles(process, crypto.randomUUID(), files.slice(at, at + BATCH))).id);
    },
  });
  const error = paste.error ?? give.error;
  return (
    <>
      <PageHead title="Add reports">
        <p className="lede">
          Reports, readouts, statements. Each is kept as given; what is read from it points back to its words.
        </p>
      </PageHead>
      <div className="add-columns">
        <Tabs className="tabs">
          <TabList aria-label="How to give reports" className="tab-list">
            <Tab id="files">Files, folder, feed</Tab>
            <Tab id="paste">Paste</Tab>
          </TabList>
          <TabPanel id="files">
            <FileDrop busy={give.isPending} onFiles={(files) => files.length > 0 && give.mutate(files)} />
          </TabPanel>
          <TabPanel id="paste">
            <PasteForm
              busy={paste.isPending}
              onDocument={(document, taken) => paste.mutate(document, { onSuccess: taken })}
            />
          </TabPanel>
        </Tabs>
        <div className="jobs">
          {error && <Trouble error={error} />}
          {give.isPending && <p role="status">Sending…</p>}
          {jobs.length === 0 && !error && (
            <p className="unknown">
              What you give shows its progress here, item by item, with what could not be read and why.
            </p>
          )}
          {jobs.map((job) => (
            <JobProgress key={job} id={job} />
          ))}
        </div>
      </div>
    </>
  );
}
