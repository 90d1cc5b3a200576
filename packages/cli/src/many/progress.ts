const WIDTH = 24;
const EVERY_MILLISECONDS = 100;

export interface ProgressState {
  readonly done: number;
  /** `undefined` where nobody knows, as of what is piped in. */
  readonly total: number | undefined;
  readonly failed: number;
  /** Since the run began. */
  readonly seconds: number;
}

/** A line that says how far it is: a bar, the rate, and the time that is left. */
export function progressLine({ done, total, failed, seconds }: ProgressState): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const count = done.toLocaleString('en');
  const parts =
    total === undefined || total === 0
      ? [count]
      : [
          barOf(done / total),
          `${Math.floor((done / total) * 100)}%`,
          `${count}/${total.toLocaleString('en')}`,
        ];
  parts.push(`${rate.toFixed(rate < 10 ? 1 : 0)}/s`);
  if (total !== undefined && rate > 0) parts.push(`${timeOf((total - done) / rate)} left`);
  if (failed > 0) parts.push(`${failed.toLocaleString('en')} failed`);
  return parts.join('  ');
}

/** Draws the line again and again on the same place, ten times a second at most. */
export function drawProgress(write: (text: string) => void, now: () => number) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    draw(state: ProgressState): void {
      if (now() - drawnAt < EVERY_MILLISECONDS) return;
      drawnAt = now();
      // Cut at the edge of the terminal: a line that wraps cannot be taken away.
      write(`\r\u001B[2K\u001B[?7l${progressLine(state)}\u001B[?7h`);
    },
    /** Takes the line away. */
    clear: () => write('\r\u001B[2K'),
  };
}

function barOf(part: number): string {
  const full = Math.min(WIDTH, Math.floor(part * WIDTH));
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
}

function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
