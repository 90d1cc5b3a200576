/** Inserts the row after the last one: again when somebody else was first with that number. */
export async function insertNext(insert: () => Promise<readonly unknown[]>): Promise<void> {
  while ((await insert()).length === 0);
}
