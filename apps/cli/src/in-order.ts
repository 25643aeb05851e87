/** Work that waits for others, done several at once, its results in the order of what came in. */

/** Up to `most` under way; nothing more is taken from `items` meanwhile. What `work` throws is thrown in its turn. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Thrown where it is awaited; until then it is nobody's unhandled rejection.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= most) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}
