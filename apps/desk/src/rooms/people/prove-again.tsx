/** Some acts ask for a sign-in of the last minutes: the ways in come up, and then the act is done again. */
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Failure } from "../../api/client.ts";
import { SignInForm } from "./sign-in-form.tsx";

interface Proving<Given, Told> {
  act: UseMutationResult<Told, Error, Given>;
  /** To be put on the page. */
  dialog: ReactNode;
}

export function useProven<Given, Told>(
  work: (given: Given) => Promise<Told>,
  onSuccess: (told: Told) => unknown,
): Proving<Given, Told> {
  const [waiting, setWaiting] = useState<{ given: Given } | null>(null);
  const act = useMutation<Told, Error, Given>({
    mutationFn: work,
    onSuccess,
    onError: (error, given) => {
      if (error instanceof Failure && error.code === "prove-again") setWaiting({ given });
    },
  });
  const dialog = waiting && (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={() => setWaiting(null)}>
      <Modal className="modal">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">Sign in again first</Heading>
          </div>
          <p className="hint">This changes how you come in, and you signed in a while ago.</p>
          <SignInForm
            onDone={() => {
              setWaiting(null);
              act.mutate(waiting.given);
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
  return { act, dialog };
}

/** What went wrong, but for what the dialog asks already. */
export const otherTrouble = (error: unknown) =>
  error instanceof Failure && error.code === "prove-again" ? null : error;
