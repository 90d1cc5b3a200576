/** On both clocks: one stands still while the machine sleeps, the other can be set back. */
export interface Moment {
  readonly monotonicMs: number;
  readonly dateMs: number;
}

export function takeMoment(): Moment {
  return { monotonicMs: performance.now(), dateMs: Date.now() };
}

/** Time since then, by the clock that says more. */
export function ageMs({ monotonicMs, dateMs }: Moment): number {
  return Math.max(performance.now() - monotonicMs, Date.now() - dateMs);
}
