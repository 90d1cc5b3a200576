import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onlyFields } from '../kinds/kind.ts';
import { Diploma, Income } from '../kinds/kit-kinds.ts';
import { type CheckpointedOutput, openCheckpoint } from './checkpoint.ts';

describe(openCheckpoint, () => {
  let folder: string;
  let file: string;
  let number = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agency-checkpoint-'));
  });
  beforeEach(() => {
    number += 1;
    file = join(folder, `${number}.checkpoint`);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const query = 'ASK {}';
  /** An output as a program has one, in memory. */
  function outputOf(bytes: number): CheckpointedOutput & { bytes: number } {
    const output = {
      bytes,
      sync: async () => undefined,
      async cut(to: number) {
        output.bytes = to;
      },
    };
    return output;
  }

  it('knows what was finished, though it was never closed', async () => {
    const first = await openCheckpoint(file, { query });
    await first.add('https://access.example/vc/1');
    const next = await openCheckpoint(file, { query });
    expect(next.finishedBefore).toBe(1);
    expect(next.has('https://access.example/vc/1')).toBe(true);
    expect(next.has('https://access.example/vc/2')).toBe(false);
    await Promise.all([first.close(), next.close()]);
  });

  it('is of one kind and its fields, as it is of one query', async () => {
    await (await openCheckpoint(file, { kind: Income })).close();
    await (await openCheckpoint(file, { kind: Income })).close();
    for (const other of [{ kind: onlyFields(Income, 'year') }, { kind: Diploma }, { query }]) {
      await expect(openCheckpoint(file, other)).rejects.toThrow('of another');
    }
  });

  it('is readable by its owner only', async () => {
    await (await openCheckpoint(file, { query })).close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['half', '["b",2'],
    ['without its end', '["b",2]'],
  ])('leaves out a last line that is %s', async (_how, text) => {
    const first = await openCheckpoint(file, { query });
    await first.add('a');
    await first.close();
    const whole = await readFile(file, 'utf8');
    await appendFile(file, text);
    const next = await openCheckpoint(file, { query });
    expect([next.has('a'), next.has('b')]).toEqual([true, false]);
    await next.close();
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  it('cuts the output to what is finished', async () => {
    const output = outputOf(0);
    const first = await openCheckpoint(file, { query, output });
    output.bytes = 100;
    await first.add('a');
    output.bytes = 150;
    await first.close();
    const next = await openCheckpoint(file, { query, output });
    expect(output.bytes).toBe(100);
    await next.close();
  });

  it('does not count as finished what did not reach the output', async () => {
    const output = outputOf(0);
    const first = await openCheckpoint(file, { query, output });
    for (const [access, bytes] of [['a', 100] as const, ['b', 200] as const]) {
      output.bytes = bytes;
      await first.add(access);
    }
    await first.close();
    const shorter = outputOf(150);
    const next = await openCheckpoint(file, { query, output: shorter });
    expect([next.has('a'), next.has('b'), shorter.bytes]).toEqual([true, false, 100]);
    await next.close();
  });

  it('refuses a checkpoint of another question, another file, and a new one beside a filled output', async () => {
    await (await openCheckpoint(file, { query })).close();
    await expect(openCheckpoint(file, { query, purpose: 'urn:other' })).rejects.toThrow(
      'of this question',
    );
    const other = `${file}.other`;
    await appendFile(other, 'something else\n');
    await expect(openCheckpoint(other, { query })).rejects.toThrow('Expected a checkpoint');
    expect(await readFile(other, 'utf8')).toBe('something else\n');
    const output = outputOf(10);
    await expect(openCheckpoint(`${file}.new`, { query, output })).rejects.toThrow('empty output');
    expect(output.bytes).toBe(10);
  });
});
