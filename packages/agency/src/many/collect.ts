/**
 * Collects what is asked for, until there is enough or the first has waited long enough, and asks for it together.
 *
 * @param ask resolves to what answers each of the items; when it fails, all of them fail
 */
export function collect<Item, Result>(
  ask: (items: readonly Item[]) => Promise<(item: Item) => Promise<Result>>,
  { enough, waitMilliseconds }: { readonly enough: number; readonly waitMilliseconds: number },
): (item: Item) => Promise<Result> {
  type Waiting = PromiseWithResolvers<Result> & { readonly item: Item };
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function go(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const together = waiting;
    waiting = [];
    try {
      const answer = await ask(together.map(({ item }) => item));
      for (const { item, resolve } of together) resolve(answer(item));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  return (item) => {
    const one = { item, ...Promise.withResolvers<Result>() };
    waiting.push(one);
    if (waiting.length >= enough) void go();
    else timer ??= setTimeout(() => void go(), waitMilliseconds);
    return one.promise;
  };
}
