/** Single-key shortcuts. They never act while something is being typed, and can be switched off (WCAG 2.1.4). */
import { useEffect, useRef } from "react";

const OFF_KEY = "parley.shortcuts";

export const shortcutsOn = (): boolean => localStorage.getItem(OFF_KEY) !== "off";
export const switchShortcuts = (on: boolean): void => localStorage.setItem(OFF_KEY, on ? "on" : "off");

const TYPING =
  "input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], [role=combobox]";

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!shortcutsOn()) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return false;
  return document.querySelector("[role=dialog]") === null;
}

/** Two keys one after the other count as one shortcut within this time. */
const SEQUENCE_MS = 1200;

/**
 * Calls the handler of "x" on that key and of "g x" on g followed by it.
 * While the page shows a dialog nothing is called.
 */
export function useShortcuts(handlers: Record<string, (event: KeyboardEvent) => void>): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    let prefix: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (!isForUs(event) || event.key.length !== 1) return;
      const pending = prefix && event.timeStamp - prefix.at < SEQUENCE_MS ? `${prefix.key} ` : "";
      prefix = null;
      const handler = latest.current[`${pending}${event.key}`];
      if (handler) {
        event.preventDefault();
        handler(event);
        return;
      }
      const begins = Object.keys(latest.current).some((keys) => keys.startsWith(`${event.key} `));
      if (begins) prefix = { key: event.key, at: event.timeStamp };
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** Moves the focus to the next or the previous stop (`data-stop`) of the page. */
export function moveStop(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>("main [data-stop]")].filter(
    (stop) => stop.offsetParent !== null,
  );
  const at = stops.findIndex(
    (stop) => stop === document.activeElement || stop.contains(document.activeElement),
  );
  const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : at + step;
  const stop = stops[next];
  stop?.focus({ preventScroll: true });
  stop?.scrollIntoView({ block: "center" });
}
