const LANES = 4;

/** Does something to each, four at a time; results in the order of the items. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  async function inTurn(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await run(items[at] as Item);
    }
  }
  await Promise.all(Array.from({ length: LANES }, inTurn));
  return results;
}
