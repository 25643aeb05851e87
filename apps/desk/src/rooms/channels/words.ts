/** Words for channels, and the times in them. */
import type { Channel, ChannelKind } from "@parley/protocol";
import type { Acting } from "../delegations.ts";
import { isThirdParty } from "./acting-as.ts";

export const CHANNEL_WORDS: Record<ChannelKind, { one: string; many: string; who: string }> = {
  shuttle: { one: "Shuttle", many: "Shuttle", who: "the third party and one side" },
  joint: { one: "Joint", many: "Joint", who: "several delegations" },
  topic: { one: "Topic", many: "By topic", who: "several delegations, about one matter" },
  internal: { one: "Internal", many: "Internal", who: "one delegation, among itself" },
};
export const KIND_ORDER: ChannelKind[] = ["shuttle", "joint", "topic", "internal"];

/** Its name; without one, the others that are in it as one looks at it from one's own place. */
export function titleOf(
  { name, kind, delegations }: Pick<Channel, "name" | "kind" | "delegations">,
  acting: Acting,
): string {
  if (name) return name;
  if (kind === "internal") return `Within ${acting.name(delegations[0] ?? "")}`;
  const third = acting.all.filter(isThirdParty).map(({ id }) => id);
  const others =
    kind === "shuttle" && acting.convenes
      ? delegations.filter((id) => !third.includes(id))
      : delegations.filter((id) => !acting.isOwn(id));
  return (others.length ? others : delegations).map(acting.name).sort().join(" · ");
}

export const retentionWords = (days: number | null): string =>
  days === null ? "Messages are kept" : `Messages are erased after ${days === 1 ? "a day" : `${days} days`}`;

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const WHOLE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "long" });

export const timeWords = (at: string): string => TIME.format(new Date(at));
/** Of a day, YYYY-MM-DD. */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T12:00`));
export const dateWords = (at: string): string => SHORT.format(new Date(at));
export const wholeWords = (at: string): string => WHOLE.format(new Date(at));

/** The time today, the date before. */
export function shortWhen(at: string, now: Date): string {
  return new Date(at).toDateString() === now.toDateString() ? timeWords(at) : dateWords(at);
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
