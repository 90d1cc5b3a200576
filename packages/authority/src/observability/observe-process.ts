import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

const NANOSECONDS = 1e9;

/** How this process fares: event loop and memory, by the names of the semantic conventions. Returns what ends it. */
export function observeProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const p50 = meter.createObservableGauge('nodejs.eventloop.delay.p50', { unit: 's' });
  const p99 = meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' });
  const max = meter.createObservableGauge('nodejs.eventloop.delay.max', { unit: 's' });
  const resident = meter.createObservableGauge('process.memory.usage', { unit: 'By' });
  const heap = meter.createObservableGauge('v8js.memory.heap.used', { unit: 'By' });
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p50, delay.percentile(50) / NANOSECONDS);
      result.observe(p99, delay.percentile(99) / NANOSECONDS);
      result.observe(max, delay.max / NANOSECONDS);
      // Each report is about the time since the last.
      delay.reset();
      const { rss, heapUsed } = process.memoryUsage();
      result.observe(resident, rss);
      result.observe(heap, heapUsed);
    },
    [p50, p99, max, resident, heap],
  );
  return () => delay.disable();
}
