/** Who is asking. On a laptop there is one person, who sees all; sign-in takes this place in a shared installation. */
import { NOBODY, type Viewer } from "@parley/record";

export const DESK_OFFICER: Viewer = {
  ...NOBODY,
  id: "desk-officer",
  capacity: "secretariat",
  everything: true,
};
