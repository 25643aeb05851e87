import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reviewQuery } from "../api/queries.ts";
import { More } from "../parts/more.tsx";
import { NamesProvider } from "../parts/names.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReviewItem } from "../parts/review-item.tsx";

export function ReviewPage(): ReactNode {
  const process = useProcessId();
  const query = useInfiniteQuery(reviewQuery(process));
  return (
    <>
      <PageHead title="Review">
        <p className="lede">
          What the machine was unsure of. Leave anything as unsure for as long as it is: no verdict is forced.
        </p>
      </PageHead>
      <Answered query={query} what="the review queue">
        {({ pages }) => {
          const occurrences = pages.flatMap((page) => page.occurrences);
          if (occurrences.length === 0)
            return (
              <Empty title="Nothing waits for a judgement">
                <p>Every proposal can still be judged on its own page.</p>
              </Empty>
            );
          return (
            <NamesProvider lists={pages}>
              <ul className="occurrence-list framed">
                {occurrences.map((occurrence) => (
                  <ReviewItem key={occurrence.id} occurrence={occurrence} />
                ))}
              </ul>
              <More query={query} shown={occurrences.length} total={pages[0]?.total ?? occurrences.length} />
            </NamesProvider>
          );
        }}
      </Answered>
    </>
  );
}
