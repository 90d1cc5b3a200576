import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendProcessingRecords, readProcessingLog } from './processing-log-file.ts';
import { createPseudonymizer, type ProcessingRecord } from './record-processing.ts';

describe(appendProcessingRecords, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agency-log-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const record = (number: number): ProcessingRecord => ({
    trace_id: number.toString(16).padStart(32, '0'),
    span_id: '00f067aa0ba902b7',
    status: 'Ok',
    name: 'Gegevens lezen uit een datakluis',
    start_time: number,
    end_time: number + 1,
    attributes: {
      'dpl.core.processing_activity_id': 'https://register.example/3',
      'dpl.core.data_subject_id': createPseudonymizer('a secret of sixteen')(`citizen ${number}`),
      'dpl.core.data_subject_id_type': 'urn:example:type',
      'grondslag.access_grant': 'https://access.example/vc/1',
    },
  });

  it('keeps every record of parallel reads, for its owner only', async () => {
    const file = join(folder, 'processing.jsonl');
    const write = appendProcessingRecords(file);
    const records = Array.from({ length: 20 }, (_, number) => record(number + 1));
    await Promise.all(records.map(write));
    const { records: read } = await readProcessingLog(file);
    expect([...read].sort((a, b) => a.start_time - b.start_time)).toEqual(records);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('reads no records when there is no file', async () => {
    expect(await readProcessingLog(join(folder, 'none.jsonl'))).toEqual({
      records: [],
      damagedLines: [],
    });
  });

  it('goes on after a crash in the middle of a line, and names that line', async () => {
    const file = join(folder, 'damaged.jsonl');
    await appendProcessingRecords(file)(record(1));
    await appendFile(file, '{"trace_id":');
    const write = appendProcessingRecords(file);
    await write(record(2));
    await write(record(3));
    expect(await readProcessingLog(file)).toEqual({
      records: [record(1), record(2), record(3)],
      damagedLines: [2],
    });
  });

  it('fails when the file cannot be written', async () => {
    const write = appendProcessingRecords(join(folder, 'no', 'such', 'folder.jsonl'));
    await expect(write(record(1))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
