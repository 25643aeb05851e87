import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface Opened {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet over the page; Escape and Close leave it without doing anything. */
export function ChannelDialog({ title, onClose, children }: Opened) {
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <button type="button" className="button quiet" onClick={onClose}>
              Close
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
