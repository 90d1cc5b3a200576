import type { Meter } from '@opentelemetry/api';

/**
 * How many emergencies wait for their review beyond their time: asked each time metrics are sent, the same at every
 * instance. Returns what ends it; after that the database is not asked again.
 */
export function observeReviews(meter: Meter, countOverdue: () => Promise<number>): () => void {
  const overdue = meter.createObservableGauge('grondslag.emergency.reviews.overdue');
  const observe = async (result: { observe(value: number): void }) => {
    result.observe(await countOverdue());
  };
  overdue.addCallback(observe);
  return () => overdue.removeCallback(observe);
}
