import type { NewWording, Wording } from "@parley/protocol";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { actorsQuery } from "../../api/queries.ts";
import { nameFromId } from "../../parts/names.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { useActing } from "../delegations.ts";
import { FormTrouble } from "./form-trouble.tsx";
import { deskLanguage, namingQuery, word } from "./wordings.ts";

/** The name of a language in the words of this browser. */
function languageWords(language: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

export function NamesPage() {
  const process = useProcessId();
  const client = useQueryClient();
  const naming = useQuery(namingQuery(process));
  const acting = useActing(process);
  const say = useMutation({
    mutationFn: (given: NewWording) => word(process, given),
    onSuccess: () => client.invalidateQueries({ queryKey: ["rooms", process, "naming"] }),
  });
  const takeBack = ({ scope, of, language }: Wording) =>
    say.mutate({ command: crypto.randomUUID(), for: scope, of, language, name: "" });
  const mayWord = acting.convenes || acting.own.length > 0;
  const mine = (scope: string | null) =>
    scope === null ? acting.convenes : acting.own.some((one) => one.id === scope);
  return (
    <>
      <PageHead
        title="Names"
        over={
          <Link to="/p/$process/delegations" params={{ process }}>
            Delegations
          </Link>
        }
      >
        <p className="lede">
          What parties and places are called here, by language. A delegation's own words are seen by itself
          alone and go before those of the process; where there is neither, the lexicon's name stands.
        </p>
      </PageHead>
      <Answered query={naming} what="the names">
        {({ wordings }) =>
          wordings.length ? (
            <Section title="Wordings">
              <ul className="plain-list">
                {wordings.map((one) => (
                  <li key={`${one.scope} ${one.of} ${one.language}`}>
                    <span>
                      <bdi lang={one.language}>{one.name}</bdi>
                      <span className="fine">
                        {" "}
                        for {nameFromId(one.of)}, in {languageWords(one.language)};{" "}
                        {one.scope === null ? "for all who take part" : `as ${acting.name(one.scope)} says`}
                      </span>
                    </span>
                    {mine(one.scope) && (
                      <button type="button" className="button small" onClick={() => takeBack(one)}>
                        Take back<span className="visually-hidden"> {one.name}</span>
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          ) : (
            <Empty title="Everything is called as the lexicon does">
              {mayWord && <p>Say below what something is called here.</p>}
            </Empty>
          )
        }
      </Answered>
      {mayWord && (
        <Section title="Call something otherwise">
          <WordForm onWord={(given) => say.mutateAsync(given)} convenes={acting.convenes} own={acting.own} />
          <FormTrouble error={say.error} />
        </Section>
      )}
    </>
  );
}

interface Wordable {
  onWord: (given: NewWording) => Promise<unknown>;
  convenes: boolean;
  own: { id: string; name: string }[];
}

function WordForm({ onWord, convenes, own }: Wordable) {
  const process = useProcessId();
  const known = useInfiniteQuery(actorsQuery(process)).data?.pages.flatMap((page) => page.actors) ?? [];
  const [command, setCommand] = useState(() => crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    await onWord({
      ...{ command, of: read("of"), language: read("language"), name: read("name") },
      for: read("for") || null,
    }).then(
      () => {
        setCommand(crypto.randomUUID());
        form.current?.reset();
      },
      () => undefined,
    );
  };
  return (
    <form ref={form} className="form" onSubmit={(event) => void submit(event)}>
      <div className="field-row">
        <label className="field">
          <span>What: id of an actor or place</span>
          <input
            name="of"
            required
            maxLength={200}
            list="known-actors"
            autoComplete="off"
            placeholder="state:ARM"
          />
        </label>
        <datalist id="known-actors">
          {known.map((actor) => (
            <option key={actor.id} value={actor.id}>
              {actor.name}
            </option>
          ))}
        </datalist>
        <label className="field">
          <span>Is called</span>
          <input name="name" required maxLength={200} autoComplete="off" />
        </label>
        <label className="field">
          <span>In the language</span>
          <input
            name="language"
            required
            maxLength={35}
            defaultValue={deskLanguage().split("-")[0]}
            pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
            aria-describedby="language-hint"
          />
        </label>
        <label className="field">
          <span>By</span>
          <select name="for">
            {own.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}, among itself
              </option>
            ))}
            {convenes && <option value="">the process, for all who take part</option>}
          </select>
        </label>
      </div>
      <p className="hint" id="language-hint">
        Languages by their codes: en, fr, ru, hy, az, sr-Latn.
      </p>
      <p className="button-row">
        <button type="submit" className="button primary">
          Call it so
        </button>
      </p>
    </form>
  );
}
