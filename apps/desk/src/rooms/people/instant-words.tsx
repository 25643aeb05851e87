const WORDS = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** An instant in the words and the zone of this browser. */
export function InstantWords({ at }: { at: string }) {
  return <time dateTime={at}>{WORDS.format(new Date(at))}</time>;
}
