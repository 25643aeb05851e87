import type { SearchAnswer } from "@parley/protocol";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { searchQuery } from "../api/queries.ts";
import { Excerpt } from "../parts/excerpt.tsx";
import { ActorLink, NamesProvider } from "../parts/names.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReportSource } from "../parts/report-line.tsx";
import { Section } from "../parts/section.tsx";
import { WhenBrief } from "../parts/when.tsx";
import { dateWords } from "../rooms/channels/words.ts";
import { useActing } from "../rooms/delegations.ts";
import { ACTOR_KIND_WORDS, countWords } from "../view/words.ts";

function Actors({ answer }: { answer: SearchAnswer }) {
  return (
    <Section
      title="Actors and places"
      note={countWords(answer.actors.length + answer.places.length, "find", "finds")}
    >
      <ul className="chips">
        {answer.actors.map((actor) => (
          <li key={actor.id}>
            <ActorLink id={actor.id} /> <span className="fine">{ACTOR_KIND_WORDS[actor.kind]}</span>
          </li>
        ))}
        {answer.places.map((place) => (
          <li key={place.id}>
            {place.name} <span className="fine">place</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Quotes({ quotes }: Pick<SearchAnswer, "quotes">) {
  const process = useProcessId();
  return (
    <Section title="Quotes" note={countWords(quotes.length, "find", "finds")}>
      <ul className="find-list">
        {quotes.map(({ claim, document, excerpt }) => (
          <li key={claim.id}>
            <blockquote>
              <Link
                to="/p/$process/reports/$report"
                params={{ process, report: document.id }}
                search={{ claim: claim.id }}
                data-stop=""
              >
                <Excerpt text={excerpt} />
              </Link>
            </blockquote>
            <p className="line-facts">
              <ReportSource document={document} />
              <WhenBrief when={document.published} none="publication date not stated" />
              {claim.occurrence && (
                <Link
                  to="/p/$process/occurrences/$occurrence"
                  params={{ process, occurrence: claim.occurrence }}
                >
                  occurrence
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reports({ documents }: Pick<SearchAnswer, "documents">) {
  const process = useProcessId();
  return (
    <Section title="Reports" note={countWords(documents.length, "find", "finds")}>
      <ul className="find-list">
        {documents.map(({ document, excerpt }) => (
          <li key={document.id}>
            <p className="line-head">
              <Link to="/p/$process/reports/$report" params={{ process, report: document.id }} data-stop="">
                {document.title ?? "Report without a title"}
              </Link>
            </p>
            <p className="excerpt">
              <Excerpt text={excerpt} />
            </p>
            <p className="line-facts">
              <ReportSource document={document} />
              <WhenBrief when={document.published} none="publication date not stated" />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Messages({ messages }: Pick<SearchAnswer, "messages">) {
  const process = useProcessId();
  const acting = useActing(process);
  return (
    <Section title="Messages" note={countWords(messages.length, "find", "finds")}>
      <ul className="find-list">
        {messages.map(({ message, channel, delegation, at, excerpt }) => (
          <li key={message}>
            <blockquote>
              <Link to="/p/$process/channels/$channel" params={{ process, channel }} data-stop="">
                <Excerpt text={excerpt} />
              </Link>
            </blockquote>
            <p className="line-facts">
              <span dir="auto">{acting.name(delegation)}</span>
              <time dateTime={at}>{dateWords(at)}</time>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function SearchPage(): ReactNode {
  const process = useProcessId();
  const words = useSearch({ from: "/p/$process/search" }).q ?? "";
  const query = useQuery({ ...searchQuery(process, words), placeholderData: keepPreviousData });
  if (words.trim() === "")
    return (
      <>
        <PageHead title="Search" />
        <Empty title="Type what you look for">
          <p>
            Search goes over the reports' words, the quotes, the actors in every spelling found, the places,
            and the messages of your channels.
          </p>
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={`“${words}”`} tab={`Search: ${words}`} over="Search" />
      <Answered query={query} what="what was found">
        {(answer) => {
          const { actors, places, quotes, documents, messages } = answer;
          if (![actors, places, quotes, documents, messages].some((found) => found.length))
            return (
              <Empty title="Nothing found">
                <p>
                  No report, quote, actor, place or message has these words. Try fewer, or another spelling.
                </p>
              </Empty>
            );
          return (
            <NamesProvider lists={[answer]}>
              {actors.length + places.length > 0 && <Actors answer={answer} />}
              {quotes.length > 0 && <Quotes quotes={quotes} />}
              {documents.length > 0 && <Reports documents={documents} />}
              {messages.length > 0 && <Messages messages={messages} />}
            </NamesProvider>
          );
        }}
      </Answered>
    </>
  );
}
