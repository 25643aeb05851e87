import { CAPACITIES, type DelegationView, type NewDelegation } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { found } from "./api.ts";
import { CAPACITY_GROUPS, capacityWord } from "./capacity-words.ts";
import { FormTrouble } from "./form-trouble.tsx";

export function FoundForm({ process, all }: { process: string; all: DelegationView[] }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [command] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: (given: NewDelegation) => found(process, given),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["rooms", process, "delegation"] });
      await navigate({ to: "/p/$process/delegations/$delegation", params: { process, delegation: id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    create.mutate({
      ...{ command, name: read("name"), mandate: read("mandate"), discreet: fields.has("discreet") },
      capacity: CAPACITIES.find((one) => one === read("capacity"))!,
      represents: read("represents")
        .split(/[,;\s]+/u)
        .filter(Boolean),
      together: fields.getAll("together").map(String),
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <div className="field-row">
        <label className="field">
          <span>Name</span>
          <input name="name" required maxLength={200} autoComplete="off" />
        </label>
        <label className="field">
          <span>Capacity, which stays</span>
          <select name="capacity" defaultValue="party">
            {CAPACITY_GROUPS.map(({ capacity }) => (
              <option key={capacity} value={capacity}>
                {capacityWord(capacity)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        <span>Speaks for, as reports name it</span>
        <input
          name="represents"
          autoComplete="off"
          placeholder="state:ARM"
          aria-describedby="represents-hint"
        />
      </label>
      <p className="hint" id="represents-hint">
        Ids of actors, as their pages show them. May stay empty.
      </p>
      <label className="field">
        <span>Mandate, in its own words</span>
        <textarea name="mandate" rows={3} maxLength={20_000} />
      </label>
      {all.length > 1 && (
        <fieldset className="check-list">
          <legend>A format of delegations that act together under this name</legend>
          {all.map((one) => (
            <label key={one.id} className="check">
              <input type="checkbox" name="together" value={one.id} />
              <bdi>{one.name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label className="check">
        <input type="checkbox" name="discreet" />
        Discreet: only it and your own delegation know of it
      </label>
      <FormTrouble error={create.error} />
      <p className="button-row">
        <button type="submit" className="button primary" disabled={create.isPending}>
          Found it
        </button>
      </p>
    </form>
  );
}
