import PQueue from 'p-queue';

/** The longest a host can have us stay away, in seconds. */
const MAX_PAUSE_SECONDS = 300;
/** As many good turns in a row, and a host that was too busy gets one more at a time. */
const TURNS_TO_TRUST = 20;

/** What is under way at each host, and which hosts asked to be left alone for a while. */
export interface HostQueues {
  /** Does `work` when it is the turn of `host`: no more than so many at a time, and none while it is left alone. */
  atHost<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** Stays away for so many seconds, and then does half as much at a time as before. */
  leaveAlone(host: string, seconds: number): void;
  /** Lets everything that waits go on at once; it finds that the run has ended. */
  end(): void;
}

interface Host {
  readonly queue: PQueue;
  goodTurns: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * A queue for each host, so that a slow one holds up its own work only.
 *
 * @param atOnce at most, for each host
 */
export function createHostQueues(atOnce: number, signal: AbortSignal): HostQueues {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    const found = hosts.get(name) ?? {
      queue: new PQueue({ concurrency: atOnce }),
      goodTurns: 0,
      timer: undefined,
    };
    hosts.set(name, found);
    return found;
  }

  return {
    atHost(name, work) {
      const host = hostOf(name);
      return host.queue.add(async () => {
        signal.throwIfAborted();
        const result = await work();
        host.goodTurns += 1;
        if (host.goodTurns >= TURNS_TO_TRUST && host.queue.concurrency < atOnce) {
          host.queue.concurrency += 1;
          host.goodTurns = 0;
        }
        return result;
      });
    },
    leaveAlone(name, seconds) {
      const host = hostOf(name);
      host.goodTurns = 0;
      // Those that were under way when it began say the same.
      if (host.queue.isPaused || signal.aborted) return;
      host.queue.pause();
      host.queue.concurrency = Math.max(1, Math.floor(host.queue.concurrency / 2));
      host.timer = setTimeout(
        () => host.queue.start(),
        Math.min(seconds, MAX_PAUSE_SECONDS) * 1000,
      );
    },
    end() {
      for (const { queue, timer } of hosts.values()) {
        clearTimeout(timer);
        queue.start();
      }
    },
  };
}
