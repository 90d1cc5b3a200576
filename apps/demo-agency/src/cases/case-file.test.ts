import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Case, randomId } from './case.ts';
import { openCaseFile } from './case-file.ts';

describe(openCaseFile, () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-agency-'));
    file = join(folder, 'cases.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const kept: Case = {
    id: randomId(),
    session: randomId(),
    name: 'Anna',
    askedAt: '2026-11-22T10:00:00.000Z',
    state: { kind: 'asked', requestId: 'http://localhost:7101/vc/1' },
  };
  const denied: Case = { ...kept, state: { kind: 'denied', reason: 'nee' } };

  it('finds the newest state of a case after a restart, in its own session only', async () => {
    const before = await openCaseFile(file);
    await before.save(kept);
    await before.save(denied);
    const after = await openCaseFile(file);
    expect(after.find(kept.id, kept.session)).toEqual(denied);
    expect(after.find(kept.id, randomId())).toBeUndefined();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('goes on after a crash in the middle of a line', async () => {
    const before = await openCaseFile(file);
    await before.save(kept);
    await appendFile(file, JSON.stringify(denied).slice(0, 40));
    const after = await openCaseFile(file);
    expect(after.find(kept.id, kept.session)).toEqual(kept);
    await after.save(denied);
    expect((await openCaseFile(file)).find(kept.id, kept.session)).toEqual(denied);
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  });

  it('names a damaged line', async () => {
    await appendFile(file, '{}\n');
    await expect(openCaseFile(file)).rejects.toThrow(/Line 1/);
  });
});
