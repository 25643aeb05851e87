/** Word lists that conditions ask for: a set is cheaper to ask than a pattern, and as short to write. */

/** The words of a list that is separated by spaces. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
