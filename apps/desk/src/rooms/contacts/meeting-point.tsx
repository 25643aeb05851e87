/** Where a contact is: a place, a link of one's own, or a room of the installation's conference service. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { contactsQuery } from "./api.ts";

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
  process: string;
}

export function MeetingPoint({ typed, onChange, process }: Typing) {
  const makesRooms = useInfiniteQuery(contactsQuery(process, "open")).data?.pages[0]?.makesRooms ?? false;
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
      <div className="join-part">
        <label className="field">
          <span>Link to join</span>
          <input
            type="url"
            value={typed.make ? "" : typed.link}
            disabled={typed.make}
            onChange={(event) => onChange({ ...typed, link: event.target.value })}
            maxLength={1000}
            placeholder="https://"
            autoComplete="off"
          />
        </label>
        {makesRooms && (
          <label className="check">
            <input
              type="checkbox"
              checked={typed.make}
              onChange={(event) => onChange({ ...typed, make: event.target.checked })}
            />
            Make a room of this installation
          </label>
        )}
      </div>
    </div>
  );
}
