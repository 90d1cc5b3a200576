import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProofMemory } from './proof-memory.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'grondslag-proofs-')), 'proofs');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const start = 1_800_000_000;

function open(atSeconds = start) {
  let now = atSeconds;
  const memory = openProofMemory({
    folder,
    maxAgeSeconds: 240,
    now: () => new Date(now * 1000),
  });
  return {
    use: memory.use,
    at(seconds: number) {
      now = seconds;
    },
  };
}

describe(openProofMemory, () => {
  it('lets one of all who bring the same proof at the same time have it', async () => {
    const [one, other] = [open(), open()];
    const uses = Array.from({ length: 50 }, (_, index) =>
      (index % 2 ? one : other).use('proof', start),
    );
    expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1);
  });

  it('tells proofs apart, whatever is in them', async () => {
    const memory = open();
    for (const proof of ['a', 'b', '', '../a', 'a\0', 'x'.repeat(10_000)]) {
      expect(await memory.use(proof, start)).toBe(true);
      expect(await memory.use(proof, start)).toBe(false);
    }
  });

  it('remembers a proof for as long as anyone accepts it, also one from a clock ahead', async () => {
    const memory = open();
    expect(await memory.use('now', start)).toBe(true);
    expect(await memory.use('ahead', start + 120)).toBe(true);
    for (let seconds = start; seconds <= start + 360; seconds += 30) {
      memory.at(seconds);
      await memory.use(`other-${seconds}`, seconds);
      expect(await memory.use('now', start)).toBe(false);
      expect(await memory.use('ahead', start + 120)).toBe(false);
    }
  });

  it('refuses a proof whose time cannot be known, or is past what it remembers', async () => {
    const memory = open();
    expect(await memory.use('timeless', Number.NaN)).toBe(false);
    expect(await memory.use('old', start - 241)).toBe(false);
    expect(await memory.use('old enough', start - 240)).toBe(true);
  });

  it('does not grow: what nobody accepts any more is dropped', async () => {
    const memory = open();
    await memory.use('old', start);
    memory.at(start + 1_000);
    await memory.use('new', start + 1_000);
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1));
  });
});
