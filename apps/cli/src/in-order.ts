/** Work that waits for others, done several at once, its results in the order of what came in. */

/**
 * Up to `most` under way. A result is given as soon as it and all before it are there, also while `items` has nothing
 * new: whoever sends one line and waits for its answer gets it. What `work` throws is thrown in its turn.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = items[Symbol.asyncIterator]();
  const underWay: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | null = started(source.next());
  while (next || underWay.length) {
    const [head] = underWay;
    const done = head?.then(
      () => "result" as const,
      () => "result" as const,
    );
    const arrived = next && underWay.length < most ? next.then(() => "item" as const) : undefined;
    const first = await Promise.race([arrived, done].filter((one) => one !== undefined));
    if (first === "result") {
      yield await underWay.shift()!;
      continue;
    }
    const item: IteratorResult<Item> = await next!;
    next = item.done ? null : started(source.next());
    if (!item.done) underWay.push(started(work(item.value)));
  }
}

/** Thrown where it is awaited; until then it is nobody's unhandled rejection. */
function started<Result>(result: Promise<Result>): Promise<Result> {
  result.catch(() => {});
  return result;
}
