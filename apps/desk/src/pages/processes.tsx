import { NewProcess, type Process } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { createProcess, processesQuery } from "../api/queries.ts";
import { nameFromId } from "../parts/names.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty, Trouble } from "../parts/page-state.tsx";
import { meQuery } from "../rooms/delegations.ts";
import { Front } from "../rooms/people/front.tsx";

/** "Armenia, state:GEO" as actor ids: an id stays, a name becomes the id of an actor not in the lexicon. */
function actorIds(typed: string): string[] {
  return typed
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) =>
      /^[a-z-]+:/u.test(name) ? name : `entity:?-${name.toLowerCase().replaceAll(/\s+/gu, "-")}`,
    );
}

function ProcessForm() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [command] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: createProcess,
    onSuccess: async (process) => {
      await client.invalidateQueries({ queryKey: ["processes"] });
      await navigate({ to: "/p/$process", params: { process: process.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    const body = NewProcess.parse({
      command,
      name: read("name"),
      description: read("description"),
      parties: actorIds(read("parties")),
      mediators: actorIds(read("mediators")),
    });
    create.mutate(body);
  };
  return (
    <form className="form" onSubmit={submit}>
      <label className="field">
        <span>Name</span>
        <input
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          placeholder="Two sides, place, years"
        />
      </label>
      <label className="field">
        <span>What it is about</span>
        <textarea name="description" rows={3} />
      </label>
      <div className="field-row">
        <label className="field">
          <span>Parties</span>
          <input
            name="parties"
            autoComplete="off"
            aria-describedby="actors-hint"
            placeholder="state:ARM, state:AZE"
          />
        </label>
        <label className="field">
          <span>Mediators</span>
          <input
            name="mediators"
            autoComplete="off"
            aria-describedby="actors-hint"
            placeholder="org:osce-minsk-group"
          />
        </label>
      </div>
      <p className="hint" id="actors-hint">
        Parted by commas, in no order of rank: an actor's id where you know it, otherwise the name.
      </p>
      {create.error && <Trouble error={create.error} />}
      <p className="button-row">
        <button type="submit" className="button primary" disabled={create.isPending}>
          {create.isPending ? "Creating…" : "Create process"}
        </button>
      </p>
    </form>
  );
}

function ProcessCard({ process }: { process: Process }) {
  return (
    <li className="process-card">
      <h2>
        <Link to="/p/$process" params={{ process: process.id }}>
          {process.name}
        </Link>
      </h2>
      {process.description && <p>{process.description}</p>}
      {process.parties.length > 0 && (
        <p className="line-facts">
          <span>Parties: {process.parties.map(nameFromId).join(", ")}</span>
          {process.mediators.length > 0 && (
            <span>Mediators: {process.mediators.map(nameFromId).join(", ")}</span>
          )}
        </p>
      )}
    </li>
  );
}

export function ProcessesPage(): ReactNode {
  const processes = useQuery(processesQuery);
  const opens = useQuery(meQuery).data?.person?.opens ?? false;
  return (
    <Front>
      <PageHead title="Processes">
        <p className="lede">One record for each conflict or negotiation, every sentence with its source.</p>
      </PageHead>
      <Answered query={processes} what="the processes">
        {(data) =>
          data.processes.length > 0 ? (
            <ul className="process-cards">
              {data.processes.map((process) => (
                <ProcessCard key={process.id} process={process} />
              ))}
            </ul>
          ) : (
            <Empty title="No process yet">
              <p>
                {opens
                  ? "Create the first one below."
                  : "You sit in no process now. Who invites you gives you a seat."}
              </p>
            </Empty>
          )
        }
      </Answered>
      {opens && (
        <details className="new-process">
          <summary>Create a process</summary>
          <ProcessForm />
        </details>
      )}
    </Front>
  );
}
