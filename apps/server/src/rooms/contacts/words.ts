/** How mail and calendars name what contacts are. */
import type { ContactType } from "@parley/protocol";

export const TYPE_WORDS: Record<ContactType, string> = {
  call: "Call",
  video: "Video meeting",
  visit: "Visit",
  "ministers-meeting": "Ministers' meeting",
  "proximity-talks": "Proximity talks",
};
