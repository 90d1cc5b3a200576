import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeReadRecord } from '../test-support/make-read-record.ts';
import { openReadQueue, type ReadQueue } from './open-read-queue.ts';
import { formatSegmentName, parseSegmentName } from './segment-name.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-queue-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function readAll(queue: ReadQueue) {
  const segments = await queue.listClosedSegments();
  return (await Promise.all(segments.map((name) => queue.readSegment(name)))).flat();
}

describe(openReadQueue, () => {
  it('keeps records in order, in segments no larger than a report', async () => {
    const queue = await openReadQueue({ folder, maxRecordsPerSegment: 3 });
    const records = Array.from({ length: 8 }, () => makeReadRecord());
    await Promise.all(records.map((record) => queue.append(record)));
    const segments = await queue.listClosedSegments();
    expect(segments).toHaveLength(3);
    expect(await readAll(queue)).toEqual(records);
  });

  it('has nothing left when every segment is removed', async () => {
    const queue = await openReadQueue({ folder });
    await queue.append(makeReadRecord());
    for (const name of await queue.listClosedSegments()) await queue.removeSegment(name);
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes on after a crash that cut off a line', async () => {
    const before = await openReadQueue({ folder });
    const record = makeReadRecord();
    await before.append(record);
    const [name = ''] = await before.listClosedSegments();
    await appendFile(join(folder, name), '{"id":"0b0');

    const queue = await openReadQueue({ folder });
    const next = makeReadRecord();
    await queue.append(next);
    expect(await readAll(queue)).toEqual([record, next]);
    for (const segment of await queue.listClosedSegments()) await queue.removeSegment(segment);
    expect(await readdir(folder)).toEqual([]);
  });

  it('sends what is whole of a damaged segment, and keeps the file for a person to look at', async () => {
    const queue = await openReadQueue({ folder });
    const record = makeReadRecord();
    await queue.append(record);
    const [name = ''] = await queue.listClosedSegments();
    const path = join(folder, name);
    await writeFile(path, `garbage\n${await readFile(path, 'utf8')}`);
    expect(await readAll(queue)).toEqual([record]);
    await queue.removeSegment(name);
    expect(await readdir(folder)).toEqual([`${name}.damaged`]);
    expect(await queue.listClosedSegments()).toEqual([]);
  });

  it('leaves segments to a process that lives, until it must have closed them', async () => {
    const name = (pid: number, startedAtMs: number) =>
      formatSegmentName({ startedAtMs, pid, writer: 'abcdef01', sequence: 1 });
    const now = Date.now();
    const deadPid = 2 ** 22 + 1; // above the largest process id
    const names = [name(process.ppid, now - 700_000), name(deadPid, now), name(process.ppid, now)];
    await Promise.all(names.map((file) => writeFile(join(folder, file), '')));
    const queue = await openReadQueue({ folder });
    expect((await queue.listClosedSegments()).map((own) => parseSegmentName(own))).toMatchObject(
      [now - 700_000, now].map((startedAtMs) => ({ startedAtMs, pid: process.pid })),
    );
    expect(await readdir(folder)).toContain(names[2]);
  });

  it('gives what a dead process left to one of those that look at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, sequence) =>
      formatSegmentName({
        startedAtMs: Date.now(),
        pid: 2 ** 22 + 1,
        writer: 'abcdef01',
        sequence,
      }),
    );
    await Promise.all(
      names.map((file) => writeFile(join(folder, file), `${JSON.stringify(makeReadRecord())}\n`)),
    );
    const queues = [await openReadQueue({ folder }), await openReadQueue({ folder })];
    const read = await Promise.all(queues.map(readAll));
    expect(new Set(read.flat().map(({ id }) => id)).size).toBe(20);
    expect(read.flat()).toHaveLength(20);
  });

  it('refuses a record it cannot store, and takes the next one when the disk is back', async () => {
    const queue = await openReadQueue({ folder });
    await rm(folder, { recursive: true });
    await expect(queue.append(makeReadRecord())).rejects.toMatchObject({ code: 'ENOENT' });
    await openReadQueue({ folder });
    const record = makeReadRecord();
    await queue.append(record);
    expect(await readAll(queue)).toEqual([record]);
  });

  it('does not open where it cannot write', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openReadQueue({ folder: join(folder, 'file') })).rejects.toThrow();
  });

  it.each([1, 2, 3])('loses no record when its process is killed (round %i)', async (round) => {
    const script = fileURLToPath(
      new URL('../test-support/append-until-killed.ts', import.meta.url),
    );
    const args = ['--conditions=@grondslag/source', script, folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.split('\n').length > round * 25) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));

    const safe = output.split('\n').slice(0, -1);
    expect(safe.length).toBeGreaterThan(round * 20);
    const stored = (await readAll(await openReadQueue({ folder }))).map(({ id }) => id);
    expect(safe.filter((id) => !stored.includes(id))).toEqual([]);
  });
});
