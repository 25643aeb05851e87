import type { Range } from "@parley/protocol";

const number = new Intl.NumberFormat("en-GB");

/**
 * "at least 3, 5 as best count, at most 9", "5", "not stated".
 *
 * @example rangeWords({ low: 3, best: null, high: 9 }) // "between 3 and 9, no best count"
 */
export function rangeWords(range: Range | null): string {
  if (!range) return "not stated";
  const { low, best, high } = range;
  if (best !== null && (low === null || low === best) && (high === null || high === best))
    return number.format(best);
  if (best !== null)
    return [
      low !== null && low !== best ? `at least ${number.format(low)}` : null,
      `${number.format(best)} as best count`,
      high !== null && high !== best ? `at most ${number.format(high)}` : null,
    ]
      .filter((part) => part !== null)
      .join(", ");
  if (low !== null && high !== null)
    return low === high
      ? number.format(low)
      : `between ${number.format(low)} and ${number.format(high)}, no best count`;
  if (low !== null) return `at least ${number.format(low)}`;
  if (high !== null) return `at most ${number.format(high)}`;
  return "not stated";
}
