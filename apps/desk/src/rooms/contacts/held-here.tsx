import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProcessId } from "../../parts/process-id.ts";
import { heldHereQuery } from "./api.ts";
import { StateWord } from "./state-word.tsx";

/** On a reported contact: the one that was organised here, for those who take part in it. */
export function HeldHere({ occurrence }: { occurrence: string }) {
  const process = useProcessId();
  const contacts = useQuery(heldHereQuery(process, occurrence)).data?.contacts ?? [];
  if (!contacts.length) return null;
  return (
    <section className="held-here" aria-label="Organised here">
      {contacts.map(({ contact, verdict, why }) => (
        <p key={contact.id}>
          {verdict === "same" ? "Organised here: " : "Perhaps organised here: "}
          <Link to="/p/$process/contacts/$contact" params={{ process, contact: contact.id }} dir="auto">
            {contact.title}
          </Link>{" "}
          <StateWord state={contact.state} /> <span className="hint">{why}</span>
        </p>
      ))}
    </section>
  );
}
