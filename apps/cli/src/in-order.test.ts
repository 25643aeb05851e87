import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

async function* numbers(until: number) {
  for (let i = 0; i < until; i++) yield i;
}
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("results come in the order of the items, however long each takes, few at a time", async () => {
  let now = 0;
  let most = 0;
  const results: number[] = [];
  const slowFirst = async (item: number) => {
    most = Math.max(most, ++now);
    await after(item % 3 === 0 ? 20 : 1);
    now--;
    return item * 10;
  };
  for await (const result of inOrder(numbers(10), 3, slowFirst)) results.push(result);
  expect(results).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(most).toBe(3);
});

test("what fails is thrown in its turn", async () => {
  const results: number[] = [];
  const fails = async (item: number) => {
    if (item === 2) throw new Error("two");
    await after(10);
    return item;
  };
  const run = async () => {
    for await (const result of inOrder(numbers(5), 4, fails)) results.push(result);
  };
  await expect(run()).rejects.toThrow("two");
  expect(results).toEqual([0, 1]);
});

test("a result is there before the next item comes", async () => {
  const answered: number[] = [];
  async function* conversation() {
    for (let i = 0; i < 3; i++) {
      yield i;
      while (!answered.includes(i)) await after(1);
    }
  }
  for await (const result of inOrder(conversation(), 4, async (item) => item)) answered.push(result);
  expect(answered).toEqual([0, 1, 2]);
});
