import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { documentsQuery } from "../api/queries.ts";
import { More } from "../parts/more.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReportLine } from "../parts/report-line.tsx";

export function ReportsPage(): ReactNode {
  const process = useProcessId();
  const query = useInfiniteQuery(documentsQuery(process));
  return (
    <>
      <PageHead title="Reports">
        <p className="lede">Everything that was given, read or not, newest first.</p>
      </PageHead>
      <Answered query={query} what="the reports">
        {({ pages }) => {
          const documents = pages.flatMap((page) => page.documents);
          if (documents.length === 0)
            return (
              <Empty title="No reports yet">
                <Link to="/p/$process/add" params={{ process }} className="button primary">
                  Add reports
                </Link>
              </Empty>
            );
          return (
            <>
              <ul className="report-list framed">
                {documents.map((document) => (
                  <ReportLine key={document.id} document={document} />
                ))}
              </ul>
              <More query={query} shown={documents.length} total={pages[0]?.total ?? documents.length} />
            </>
          );
        }}
      </Answered>
    </>
  );
}
