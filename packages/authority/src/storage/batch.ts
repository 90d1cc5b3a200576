/**
 * Collects what is asked within one turn of the event loop, or while an earlier batch is under way, and does it
 * together: a busy database gets one statement instead of many, and one wait for the disk.
 *
 * @param work one result for each item, in order; when it fails, all of the batch fail
 */
export function createBatch<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  maxItems: number,
): (item: Item) => Promise<Result> {
  type Waiting = PromiseWithResolvers<Result> & { readonly item: Item };
  let waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      try {
        const results = await work(batch.map(({ item }) => item));
        for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (item) => {
    const one = { item, ...Promise.withResolvers<Result>() };
    waiting.push(one);
    if (!running) {
      running = true;
      // Those whose requests arrived together come along.
      setImmediate(() => void run());
    }
    return one.promise;
  };
}
