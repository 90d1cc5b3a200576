import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadRecord } from '@grondslag/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CssPluginError, ReportRefusedError } from '../errors.ts';
import { makeReadRecord } from '../test-support/make-read-record.ts';
import { openReadQueue, type ReadQueue } from './open-read-queue.ts';
import {
  type ReadSender,
  type StartReadSenderOptions,
  startReadSender,
} from './start-read-sender.ts';

let folder: string;
let queue: ReadQueue;
let sender: ReadSender | undefined;
let failures: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-sender-'));
  queue = await openReadQueue({ folder, maxRecordsPerSegment: 2 });
  failures = [];
});
afterEach(async () => {
  await sender?.stop();
  await queue.close();
  await rm(folder, { recursive: true });
});

function start(send: StartReadSenderOptions['send']): ReadSender {
  sender = startReadSender({
    queue,
    send,
    onFailure: (error) => failures.push(error),
    gatherMs: 5,
    firstRetryMs: 5,
  });
  return sender;
}

async function append(count: number): Promise<ReadRecord[]> {
  const records = Array.from({ length: count }, () => makeReadRecord());
  await Promise.all(records.map((record) => queue.append(record)));
  return records;
}

describe(startReadSender, () => {
  it('sends what an earlier run left, and then what comes', async () => {
    const earlier = await append(3);
    const sent: ReadRecord[] = [];
    const { wake } = start(async (records) => void sent.push(...records));
    await vi.waitFor(() => expect(sent).toEqual(earlier));
    const later = await append(1);
    wake();
    await vi.waitFor(() => expect(sent).toEqual([...earlier, ...later]));
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]));
    expect(failures).toEqual([]);
  });

  it('is not put off by a server that is always busy', async () => {
    let attempts = 0;
    sender = startReadSender({
      queue,
      send: async () => {
        attempts += 1;
      },
      onFailure: (error) => failures.push(error),
      gatherMs: 60,
    });
    for (let busyMs = 0; busyMs < 300; busyMs += 5) {
      await append(1);
      sender.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(attempts).toBeGreaterThan(1);
  });

  it('tries again until the authority is back', async () => {
    const records = await append(1);
    const sent: ReadRecord[] = [];
    let attempts = 0;
    start(async (batch) => {
      attempts += 1;
      if (attempts < 4) throw new CssPluginError('authority_unreachable', 'down');
      sent.push(...batch);
    });
    await vi.waitFor(() => expect(sent).toEqual(records));
    expect(failures).toHaveLength(3);
  });

  it('keeps a report the authority does not take, without holding up the others', async () => {
    const [first, , third] = await append(3);
    const sent: ReadRecord[] = [];
    start(async (batch) => {
      if (batch.some(({ id }) => id === first?.id)) throw new ReportRefusedError(400);
      sent.push(...batch);
    });
    await vi.waitFor(() => expect(sent).toEqual([third]));
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(1));
    expect(await queue.listClosedSegments()).toHaveLength(1);
  });

  it('does not try the others when the authority knows nothing of this server', async () => {
    await append(3);
    let attempts = 0;
    sender = startReadSender({
      queue,
      send: () => {
        attempts += 1;
        return Promise.reject(new ReportRefusedError(401));
      },
      onFailure: (error) => failures.push(error),
    });
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(attempts).toBe(1);
  });

  it('waits longer after each failure', async () => {
    await append(1);
    const times: number[] = [];
    sender = startReadSender({
      queue,
      send: () => {
        times.push(performance.now());
        return Promise.reject(new Error('down'));
      },
      onFailure: () => undefined,
      random: () => 1,
      firstRetryMs: 20,
    });
    await vi.waitFor(() => expect(times).toHaveLength(4), 2_000);
    const [first = 0, second = 0, third = 0, fourth = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(19);
    expect(third - second).toBeGreaterThanOrEqual(39);
    expect(fourth - third).toBeGreaterThanOrEqual(79);
  });

  it('stops in the middle of a report, and keeps it', async () => {
    await append(1);
    const { stop } = start(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    await stop();
    expect(await queue.listClosedSegments()).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
