/**
 * Draws from many sources at once, at most `limit` of them. A source is asked for its next item only after the one
 * before was taken: what a reader does with an item is done before that source goes on. Where a source fails, no new
 * one begins, what the others have under way is still given, and then the first error is thrown.
 */
export async function* merge<T>(
  sources: readonly (() => AsyncIterable<T>)[],
  limit: number,
): AsyncGenerator<T, void, undefined> {
  const waiting = sources[Symbol.iterator]();
  const running = new Map<AsyncIterator<T>, Promise<Drawn<T>>>();
  let failure: { readonly thrown: unknown } | undefined;
  const beginNext = () => {
    const next = failure === undefined ? waiting.next() : { done: true as const, value: undefined };
    if (next.done === true || next.value === undefined) return;
    const iterator = next.value()[Symbol.asyncIterator]();
    running.set(iterator, draw(iterator));
  };
  for (let begun = 0; begun < limit; begun++) beginNext();
  try {
    while (running.size > 0) {
      const { iterator, result, thrown } = await Promise.race(running.values());
      if (result?.done === false) {
        yield result.value;
        running.set(iterator, draw(iterator));
        continue;
      }
      if (result === undefined) failure ??= { thrown };
      running.delete(iterator);
      beginNext();
    }
  } finally {
    await Promise.allSettled([...running.keys()].map((iterator) => iterator.return?.()));
  }
  if (failure !== undefined) throw failure.thrown;
}

interface Drawn<T> {
  readonly iterator: AsyncIterator<T>;
  readonly result?: IteratorResult<T>;
  readonly thrown?: unknown;
}

async function draw<T>(iterator: AsyncIterator<T>): Promise<Drawn<T>> {
  try {
    return { iterator, result: await iterator.next() };
  } catch (thrown) {
    return { iterator, thrown };
  }
}
