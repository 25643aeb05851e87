/**
 * Stands before every page of a shared installation. Who is not signed in sees the ways in, at the address they came
 * to. Whose session ends meanwhile keeps the page and what was typed on it, under the ways in.
 */
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
  /** Who was here last: another person gets another desk, with nothing of the first one's on it. */
  const last = useRef<string | null>(null);
  const person = me.data?.person?.id ?? null;
  const shut = me.data?.mode === "shared" && person === null;

  useEffect(() => {
    if (person === null) return;
    if (last.current !== null && last.current !== person) location.reload();
    last.current = person;
  }, [person]);
  useEffect(() => (shut || me.isPending ? undefined : listen(client)), [client, shut, me.isPending]);

  const come = () => void client.invalidateQueries();
  if (me.isPending) return null;
  if (!shut || OPEN_TO_ALL.has(pathname)) return <Outlet />;
  if (last.current === null)
    return (
      <Front>
        <PageHead title="Sign in" />
        <SignInForm onDone={come} />
      </Front>
    );
  return (
    <>
      <Outlet />
      <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled>
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
