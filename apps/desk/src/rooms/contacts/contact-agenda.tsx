/** What is to be talked about: shared by all, and apart from it what one side notes for itself. */
import type { ContactView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "../../parts/section.tsx";
import type { Acting } from "../delegations.ts";
import { notesOf, speakersIn } from "./acting.ts";
import { AgendaList, type ItemChange, type ListedItem } from "./agenda-list.tsx";
import { changePrivateAgenda, privateAgendaQuery } from "./api.ts";
import { ChangeTrouble } from "./change-trouble.tsx";
import { useChange } from "./use-change.ts";

const OVER = new Set(["held", "failed", "cancelled"]);

export function ContactAgenda({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const speakers = speakersIn(contact, acting);
  const [side, setSide] = useState<string | null>(null);
  const speaking = speakers.find((one) => one.delegation === side) ?? speakers[0];
  const change = useChange(contact);
  const over = OVER.has(contact.state);
  const items = contact.agenda.map((item): ListedItem & { side: string } => ({
    ...{ id: item.id, text: item.text, side: item.by, by: acting.name(item.by) },
    mine: !over && speakers.some((one) => one.delegation === item.by),
  }));
  return (
    <>
      <Section title="Agenda" note="seen by all who take part">
        {items.length === 0 && <p className="unknown">Nothing is on it yet.</p>}
        {!over && speakers.length > 1 && (
          <label className="field of-side">
            <span>Items are put by</span>
            <select value={speaking?.delegation} onChange={(event) => setSide(event.target.value)}>
              {speakers.map((one) => (
                <option key={one.delegation} value={one.delegation}>
                  {acting.name(one.delegation)}
                </option>
              ))}
            </select>
          </label>
        )}
        <AgendaList
          items={items}
          add={over || !speaking ? null : "A further item"}
          pending={change.isPending}
          onChange={(wanted, item) =>
            change.mutateAsync({
              side: contact.agenda.find((one) => one.id === item?.id)?.by ?? speaking!.delegation,
              change: wanted,
            })
          }
        />
        <ChangeTrouble error={change.error} />
      </Section>
      {notesOf(contact, acting).length > 0 && <Notes contact={contact} acting={acting} />}
    </>
  );
}

function Notes({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const { process, id } = contact;
  const own = notesOf(contact, acting);
  const [chosen, setChosen] = useState(own[0]!);
  const side = own.includes(chosen) ? chosen : own[0]!;
  const client = useQueryClient();
  const query = useQuery(privateAgendaQuery(process, id));
  const agenda = query.data?.agendas.find((one) => one.delegation === side);
  const change = useMutation({
    mutationFn: (wanted: ItemChange) =>
      changePrivateAgenda(process, id, { command: crypto.randomUUID(), for: side, change: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: privateAgendaQuery(process, id).queryKey }),
  });
  return (
    <Section
      className="own-notes"
      title="Notes of one's own side"
      note={own.length === 1 ? `seen by ${acting.name(side)} alone` : "each seen by one side alone"}
    >
      {own.length > 1 && (
        <label className="field of-side">
          <span>Of</span>
          <select value={side} onChange={(event) => setChosen(event.target.value)}>
            {own.map((one) => (
              <option key={one} value={one}>
                {acting.name(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <AgendaList
        items={(agenda?.items ?? []).map((item) => ({ ...item, by: "", mine: true }))}
        add="A further note"
        pending={change.isPending}
        onChange={(wanted) => change.mutateAsync(wanted)}
      />
      <ChangeTrouble error={change.error} />
    </Section>
  );
}
