import type { Meter } from '@opentelemetry/api';
import type { ConnectionCounts } from '../storage/open-database.ts';

/** How full the pool of the database is, by the names of the semantic conventions. */
export function observeConnections(meter: Meter, read: () => ConnectionCounts): void {
  const count = meter.createObservableUpDownCounter('db.client.connection.count');
  const pending = meter.createObservableUpDownCounter('db.client.connection.pending_requests');
  meter.addBatchObservableCallback(
    (result) => {
      const { open, idle, waiting } = read();
      result.observe(count, idle, { 'db.client.connection.state': 'idle' });
      result.observe(count, open - idle, { 'db.client.connection.state': 'used' });
      result.observe(pending, waiting);
    },
    [count, pending],
  );
}
