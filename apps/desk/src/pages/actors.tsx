import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { actorsQuery } from "../api/queries.ts";
import { More } from "../parts/more.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ACTOR_KIND_WORDS, countWords } from "../view/words.ts";

export function ActorsPage(): ReactNode {
  const process = useProcessId();
  const query = useInfiniteQuery(actorsQuery(process));
  return (
    <>
      <PageHead title="Actors">
        <p className="lede">
          People, states, ministries, formats and agencies, with every spelling found for them.
        </p>
      </PageHead>
      <Answered query={query} what="the actors">
        {({ pages }) => {
          const actors = pages.flatMap((page) => page.actors);
          if (actors.length === 0) return <Empty title="No actor is named in the record yet" />;
          return (
            <>
              <ul className="actor-list framed">
                {actors.map((actor) => {
                  const other = actor.foundAs.filter((name) => name !== actor.name);
                  return (
                    <li key={actor.id}>
                      <p className="line-head">
                        <Link
                          to="/p/$process/actors/$actor"
                          params={{ process, actor: actor.id }}
                          data-stop=""
                        >
                          {actor.name}
                        </Link>
                      </p>
                      <p className="line-facts">
                        <span>{ACTOR_KIND_WORDS[actor.kind]}</span>
                        {actor.country && <span>{actor.country}</span>}
                        <span>{countWords(actor.occurrences, "occurrence")}</span>
                        {other.length > 0 && <span dir="auto">also as {other.slice(0, 4).join(", ")}</span>}
                      </p>
                    </li>
                  );
                })}
              </ul>
              <More query={query} shown={actors.length} total={pages[0]?.total ?? actors.length} />
            </>
          );
        }}
      </Answered>
    </>
  );
}
