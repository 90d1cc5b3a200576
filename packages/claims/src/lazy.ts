/**
 * Something that is made when it is first asked for, and then kept. What failed is tried again.
 *
 * Libraries that only some verifications need are loaded so: importing this package costs a program nothing of them.
 */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
