/** Who is asking. On a laptop there is one person, who sees all; sign-in takes this place in a shared installation. */
import type { Me } from "@parley/protocol";
import { NOBODY, type Viewer } from "@parley/record";

export const DESK_OFFICER: Viewer = {
  ...NOBODY,
  id: "desk-officer",
  capacity: "secretariat",
  everything: true,
};

export const DESK_OFFICER_SELF: Me = {
  mode: "single",
  person: { id: DESK_OFFICER.id, name: "Desk officer", administrator: true, seats: [] },
};
