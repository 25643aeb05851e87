/** People who signed in, at tables of two sides and a third party, and the channels they share. */
import type { InvitationLink } from "@parley/protocol";
import type { RunningServer } from "../src/index.ts";
import { type Browser, browserAt } from "../test/people.ts";
import { command } from "../test/running.ts";

export interface Server {
  address: string;
  firstAdministrator: string | null;
}

export interface Person {
  browser: Browser;
  process: string;
  delegation: string;
  /** Channels of the delegation. */
  channels: Channel[];
}

export interface Channel {
  id: string;
  process: string;
  delegations: string[];
}

export interface Laid {
  people: Person[];
  channels: Channel[];
}

interface Order {
  servers: Server[];
  origin: string;
  processes: number;
  people: number;
  /** After each person who came in. */
  onPerson(count: number): void;
}

/** Everybody comes in by an invitation and a passkey of their own, at one server or another in turn. */
export async function layTables({ servers, origin, processes, people, onPerson }: Order): Promise<Laid> {
  let browsers = 0;
  const newBrowser = () => browserAt(servers[browsers++ % servers.length] as RunningServer, origin);
  const administrator = newBrowser();
  // Each server that starts before there is an administrator makes a new link and withdraws the one before.
  await administrator.accept(servers.at(-1)!.firstAdministrator!, "Administrator");
  const laid: Laid = { people: [], channels: [] };
  for (let p = 0; p < processes; p++) {
    const convener = newBrowser();
    const { link } = await administrator.right<InvitationLink>("/administration/invitations", {
      ...{ command: command(), name: `Convener ${p}`, administrator: false, opens: true, days: 1 },
    });
    await convener.accept(link, `Convener ${p}`);
    const process = await convener.openProcess(`Load ${p}`);
    const third = (await convener.delegations(process))[0]!.id;
    const sides = [(await convener.found(process, "North")).id, (await convener.found(process, "South")).id];
    const seats: Person[] = [{ browser: convener, process, delegation: third, channels: [] }];
    const share = Math.floor(people / processes);
    for (let i = 1; i < share; i++) {
      const delegation = [...sides, third][i % 3]!;
      const browser = newBrowser();
      const invitation = await convener.invite(process, delegation, { name: `Person ${i}` });
      await browser.accept(invitation.link, `Person ${i}`);
      seats.push({ browser, process, delegation, channels: [] });
      onPerson(laid.people.length + seats.length);
    }
    const of = (delegation: string) => seats.find((seat) => seat.delegation === delegation)!;
    const open = async (kind: string, by: string, delegations: string[]) => {
      const { id } = await of(by).browser.right<{ id: string }>(`/processes/${process}/channels`, {
        ...{ command: command(), for: by, kind, name: kind, delegations },
        ...{ retention: { days: null }, readsShown: true },
      });
      laid.channels.push({ id, process, delegations });
    };
    await open("joint", third, [third, ...sides]);
    for (const side of sides) await open("shuttle", third, [third, side]);
    for (const side of sides)
      if (seats.some((seat) => seat.delegation === side)) await open("internal", side, [side]);
    for (const seat of seats)
      seat.channels = laid.channels.filter(
        (channel) => channel.process === process && channel.delegations.includes(seat.delegation),
      );
    laid.people.push(...seats);
  }
  return laid;
}
