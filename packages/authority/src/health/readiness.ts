/** Whether this instance should get requests. */
export type Readiness = 'ready' | 'stopping' | 'database_unreachable';

const CHECK_MILLISECONDS = 2_000;

/**
 * Says whether the instance is ready. Callers at the same time share one question to the database, so asking often
 * costs little.
 *
 * @param askDatabase resolves when the database answers
 * @param stopping aborts when the instance goes away
 */
export function createReadiness(
  askDatabase: () => Promise<void>,
  stopping: AbortSignal,
): () => Promise<Readiness> {
  let asking: Promise<Readiness> | undefined;
  const ask = async (): Promise<Readiness> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(reject, CHECK_MILLISECONDS);
    });
    try {
      await Promise.race([askDatabase(), late]);
      return 'ready';
    } catch {
      return 'database_unreachable';
    } finally {
      clearTimeout(timer);
      asking = undefined;
    }
  };
  return async () => {
    if (stopping.aborted) return 'stopping';
    asking ??= ask();
    return asking;
  };
}
