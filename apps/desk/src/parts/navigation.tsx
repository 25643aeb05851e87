import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";

/**
 * The places of a process in the order in which they stand. `bar` is the order in the bar under narrow pages, which
 * holds four; the others are behind "More".
 */
const PLACE_GROUPS = [
  {
    word: "Rooms",
    places: [
      {
        to: "/p/$process/today",
        key: "h",
        word: "Today",
        bar: 1,
        path: "M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z",
      },
      {
        to: "/p/$process/contacts",
        key: "m",
        word: "Contacts",
        bar: 2,
        path: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M5.5 9.5h2",
      },
      {
        to: "/p/$process/channels",
        key: "c",
        word: "Channels",
        bar: 3,
        path: "M2.5 2.5h11v8h-6l-3 3v-3h-2z",
      },
      {
        to: "/p/$process/readouts",
        key: "w",
        word: "Readouts",
        bar: 12,
        path: "M3 13.5l.6-2.9 7.6-7.6 2.3 2.3-7.6 7.6zM9.6 4.6l2.3 2.3",
      },
      {
        to: "/p/$process/delegations",
        key: "d",
        word: "Delegations",
        bar: 6,
        path: "M5 3a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM11 3a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM1.5 13c.3-2.6 1.7-3.5 3.5-3.5s2.7.7 3 1.5M8 13c.3-2.6 1.2-3.5 3-3.5s3.2.9 3.5 3.5",
      },
    ],
  },
  {
    word: "Record",
    places: [
      {
        to: "/p/$process",
        key: "p",
        word: "Process",
        bar: 4,
        path: "M2.5 2.5h11v4h-11zM2.5 9h5v4.5h-5zM10 9h3.5v4.5H10z",
      },
      {
        to: "/p/$process/timeline",
        key: "t",
        word: "Timeline",
        bar: 5,
        path: "M1.5 8h13M4 5.5v5M8 3v10M12 5.5v5",
      },
      {
        to: "/p/$process/occurrences",
        key: "o",
        word: "Occurrences",
        bar: 8,
        path: "M2.5 3.5h1M6 3.5h7.5M2.5 8h1M6 8h7.5M2.5 12.5h1M6 12.5h7.5",
      },
      {
        to: "/p/$process/reports",
        key: "r",
        word: "Reports",
        bar: 7,
        path: "M3.5 1.5h9v13h-9zM6 5h4M6 8h4M6 11h2.5",
      },
      {
        to: "/p/$process/actors",
        key: "a",
        word: "Actors",
        bar: 9,
        path: "M8 2.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4",
      },
      {
        to: "/p/$process/review",
        key: "q",
        word: "Review",
        bar: 10,
        path: "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5zM6 6.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M8 11.3v.2",
      },
      { to: "/p/$process/add", key: "n", word: "Add reports", bar: 11, path: "M8 3v10M3 8h10" },
    ],
  },
] as const;

export type Place = (typeof PLACE_GROUPS)[number]["places"][number];
export const PLACES: Place[] = PLACE_GROUPS.flatMap((group): readonly Place[] => group.places);

const IN_BAR = new Set([...PLACES].sort((one, other) => one.bar - other.bar).slice(0, 4));
const BAR = [...PLACES].filter((place) => IN_BAR.has(place)).sort((one, other) => one.bar - other.bar);

interface Navigable {
  process: string;
  unsure: number | null;
}

function PlaceLink({ place, process, unsure, onPress }: Navigable & { place: Place; onPress?: () => void }) {
  return (
    <Link
      to={place.to}
      params={{ process }}
      activeOptions={{ exact: place.key === "p", includeSearch: false }}
      aria-keyshortcuts={`g ${place.key}`}
      {...(onPress ? { onClick: onPress } : {})}
    >
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <path d={place.path} />
      </svg>
      <span className="nav-word">{place.word}</span>
      {place.key === "q" && unsure !== null && unsure > 0 && (
        <span className="nav-count">
          {unsure}
          <span className="visually-hidden"> waiting</span>
        </span>
      )}
    </Link>
  );
}

/** The two groups of places, one under the other. */
function Groups({ onPress, ...navigable }: Navigable & { onPress?: () => void }) {
  return PLACE_GROUPS.map((group) => (
    <div key={group.word} className="nav-group">
      <p className="nav-title">{group.word}</p>
      <ul>
        {group.places.map((place) => (
          <li key={place.to}>
            <PlaceLink {...navigable} place={place} {...(onPress ? { onPress } : {})} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** A rail beside wide pages; a bar of five under narrow ones, the last of which opens the rest. */
export function Navigation(navigable: Navigable) {
  const [open, setOpen] = useState(false);
  return (
    <nav className="navigation" aria-label="Process">
      <div className="nav-rail">
        <Groups {...navigable} />
      </div>
      <ul className="nav-bar">
        {BAR.map((place) => (
          <li key={place.to}>
            <PlaceLink {...navigable} place={place} />
          </li>
        ))}
        <li>
          <DialogTrigger isOpen={open} onOpenChange={setOpen}>
            <Button className="nav-button">
              <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
                <path d="M3 8h.01M8 8h.01M13 8h.01" className="dots" />
              </svg>
              <span className="nav-word">More</span>
            </Button>
            <ModalOverlay className="overlay from-below" isDismissable>
              <Modal className="modal nav-sheet">
                <Dialog className="dialog">
                  <Heading slot="title" className="visually-hidden">
                    All places of this process
                  </Heading>
                  <Groups {...navigable} onPress={() => setOpen(false)} />
                </Dialog>
              </Modal>
            </ModalOverlay>
          </DialogTrigger>
        </li>
      </ul>
    </nav>
  );
}
