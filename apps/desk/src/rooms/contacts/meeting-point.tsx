/** Where a contact is: a place, a link of one's own, or a room of the installation's conference service. */

export interface MeetingPointTyped {
  place: string;
  link: string;
  make: boolean;
}

export const placeAndJoin = ({ place, link, make }: MeetingPointTyped) => ({
  place: place.trim() || null,
  join: make ? ("make" as const) : link.trim() || null,
});

interface Typing {
  typed: MeetingPointTyped;
  onChange: (typed: MeetingPointTyped) => void;
}

export function MeetingPoint({ typed, onChange }: Typing) {
  return (
    <div className="field-row">
      <label className="field">
        <span>Place</span>
        <input
          value={typed.place}
          onChange={(event) => onChange({ ...typed, place: event.target.value })}
          maxLength={500}
          autoComplete="off"
          dir="auto"
        />
      </label>
      <div className="field">
        <label htmlFor="join-link">Link to join</label>
        <input
          id="join-link"
          type="url"
          value={typed.make ? "" : typed.link}
          disabled={typed.make}
          onChange={(event) => onChange({ ...typed, link: event.target.value })}
          maxLength={1000}
          placeholder="https://"
          autoComplete="off"
        />
        <label className="check">
          <input
            type="checkbox"
            checked={typed.make}
            onChange={(event) => onChange({ ...typed, make: event.target.checked })}
          />
          Make a room of this installation
        </label>
      </div>
    </div>
  );
}
