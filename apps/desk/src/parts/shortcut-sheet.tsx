import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { PLACES } from "./navigation.tsx";
import { shortcutsOn, switchShortcuts } from "./shortcuts.ts";

const GROUPS: { title: string; keys: [string, string][] }[] = [
  {
    title: "Anywhere",
    keys: [
      ["/", "search"],
      ["?", "this sheet"],
      ["j", "next in the list, next claim"],
      ["k", "previous"],
      ["Enter", "open"],
    ],
  },
  {
    title: "Go to",
    keys: PLACES.map((place) => [`g ${place.key}`, place.word.toLowerCase()]),
  },
  {
    title: "Judge an occurrence",
    keys: [
      ["a", "accept"],
      ["r", "reject"],
      ["u", "unsure"],
      ["c", "correct"],
      ["m", "merge with another"],
      ["s", "split claims off"],
    ],
  },
  {
    title: "On the timeline",
    keys: [
      ["← →", "earlier, later"],
      ["+ −", "closer, wider"],
      ["n p", "next, previous mark"],
      ["Home", "whole time"],
      ["Enter", "open the marked one"],
    ],
  },
];

interface Sheet {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ShortcutSheet({ isOpen, onOpenChange }: Sheet) {
  const [on, setOn] = useState(shortcutsOn);
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="modal wide">
        <Dialog className="dialog">
          {({ close }) => (
            <>
              <header className="dialog-head">
                <Heading slot="title">Keyboard</Heading>
                <button type="button" className="button quiet" onClick={close}>
                  Close
                </button>
              </header>
              <div className="shortcut-groups">
                {GROUPS.map((group) => (
                  <section key={group.title}>
                    <h3>{group.title}</h3>
                    <dl className="shortcut-list">
                      {group.keys.map(([keys, what]) => (
                        <div key={keys}>
                          <dt>
                            {keys.split(" ").map((key) => (
                              <kbd key={key}>{key}</kbd>
                            ))}
                          </dt>
                          <dd>{what}</dd>
                        </div>
                      ))}
                    </dl>
                  </section>
                ))}
              </div>
              <label className="check">
                <input
                  type="checkbox"
                  checked={on}
                  onChange={(event) => {
                    switchShortcuts(event.target.checked);
                    setOn(event.target.checked);
                  }}
                />
                Single-key shortcuts
              </label>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
