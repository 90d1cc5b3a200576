// Run as a process of its own: appends records and prints the id of each one that is safe, until it is killed.
import { openReadQueue } from '../read-log/open-read-queue.ts';
import { makeReadRecord } from './make-read-record.ts';

const [, , folder = ''] = process.argv;
const queue = await openReadQueue({ folder, maxRecordsPerSegment: 20 });

async function appendForever(): Promise<never> {
  for (;;) {
    const record = makeReadRecord();
    await queue.append(record);
    process.stdout.write(`${record.id}\n`);
  }
}

await Promise.all([appendForever(), appendForever(), appendForever()]);
