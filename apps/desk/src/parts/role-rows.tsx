import { type OccurrenceActor, ROLES } from "@parley/protocol";

interface Rows {
  actors: OccurrenceActor[];
  known: { id: string; name: string }[];
  onChange: (actors: OccurrenceActor[]) => void;
}

/** Who took part and how, row by row. Only actors the record knows can be chosen. */
export function RoleRows({ actors, known, onChange }: Rows) {
  const replace = (index: number, part: Partial<OccurrenceActor>) =>
    onChange(actors.map((actor, at) => (at === index ? { ...actor, ...part } : actor)));
  return (
    <fieldset className="role-rows">
      <legend>Who</legend>
      {actors.map((actor, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; the same actor may stand twice
        <div className="role-row" key={index}>
          <select
            aria-label={`Actor ${index + 1}`}
            value={actor.actor}
            onChange={(event) =>
              replace(index, {
                actor: event.target.value,
                asWorded: known.find((one) => one.id === event.target.value)?.name ?? actor.asWorded,
              })
            }
          >
            {known.every((one) => one.id !== actor.actor) && (
              <option value={actor.actor}>{actor.asWorded}</option>
            )}
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <select
            aria-label={`Role of actor ${index + 1}`}
            value={actor.role}
            onChange={(event) =>
              replace(index, { role: ROLES.find((role) => role === event.target.value) ?? actor.role })
            }
          >
            {ROLES.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </select>
          <button
            type="button"
            className="button quiet small"
            onClick={() => onChange(actors.filter((_, at) => at !== index))}
          >
            Remove<span className="visually-hidden"> actor {index + 1}</span>
          </button>
        </div>
      ))}
      {known[0] && (
        <button
          type="button"
          className="button small"
          onClick={() =>
            onChange([...actors, { actor: known[0]!.id, role: "participant", asWorded: known[0]!.name }])
          }
        >
          Add an actor
        </button>
      )}
    </fieldset>
  );
}
