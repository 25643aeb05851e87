/**
 * Stands before every page of a shared installation. Who is not signed in sees the ways in, at the address they came
 * to. Whose session ends meanwhile keeps the page and what was typed on it, under the ways in.
 */

import type { Me } from "@parley/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { listen } from "../../api/live.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { meQuery } from "../delegations.ts";
import { Front } from "./front.tsx";
import { SignInForm } from "./sign-in-form.tsx";

const OPEN_TO_ALL = new Set(["/invitation"]);

export function Door() {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const me = useQuery({ ...meQuery, refetchOnWindowFocus: true });
  const shared = me.data?.mode === "shared";
  const person = me.data?.person ?? null;
  const over = me.data?.over ?? false;
  const shut = shared && (person === null || over);
  useSameDesk(person);
  // Asked again without a line, it is pending again: the page that stands by then stays.
  const asked = useRef(false);
  if (!me.isPending) asked.current = true;
  const waits = !asked.current;
  useEffect(() => (shut || waits ? undefined : listen(client)), [client, shut, waits]);

  const come = () => void client.invalidateQueries();
  if (waits) return null;
  if (shut && !over && !OPEN_TO_ALL.has(pathname))
    return (
      <Front>
        <PageHead title="Sign in" />
        <SignInForm onDone={come} />
      </Front>
    );
  return (
    <>
      <Outlet />
      <ModalOverlay className="overlay" isOpen={over} isKeyboardDismissDisabled>
        <Modal className="modal">
          <Dialog className="dialog">
            <div className="dialog-head">
              <Heading slot="title">Sign in again</Heading>
            </div>
            <p className="hint">Your session is over. What you typed is still there.</p>
            <SignInForm onDone={come} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** Another person gets another desk; a seat that is gone takes with it what was on the screen through it. */
function useSameDesk(person: Me["person"]): void {
  const client = useQueryClient();
  const last = useRef(person);
  useEffect(() => {
    const before = last.current;
    if (person === null) return;
    last.current = person;
    if (before === null) return;
    if (before.id !== person.id) location.reload();
    const left = before.seats.some(
      (seat) => !person.seats.some((one) => one.delegation === seat.delegation && one.lead === seat.lead),
    );
    if (left) void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
  }, [client, person]);
}
