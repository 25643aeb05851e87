/** Lists as people type them. */

const filled = (parts: string[]) => [
  ...new Set(parts.map((part) => part.trim()).filter((part) => part !== "")),
];

/** "Ada Ostrova, Bo Sünder" */
export const namesOf = (typed: string): string[] => filled(typed.split(/[,;\n]/u));

export const linesOf = (typed: string): string[] => filled(typed.split("\n"));
