import { expect, test } from "vitest";
import { familyName } from "./projection.ts";

test.each([
  ["Jean-Yves Le Drian", "Le Drian"],
  ["Ursula von der Leyen", "von der Leyen"],
  ["Mohammed bin Salman", "bin Salman"],
  ["Sergey Lavrov", "Lavrov"],
  ["Le Drian", "Drian"],
  ["Pelé", "Pelé"],
])("the family name of %s is %s", (name, family) => {
  expect(familyName(name)).toBe(family);
});
