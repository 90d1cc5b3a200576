import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack, publicPackages } from './pack-packages.ts';

/** All are ECMAScript modules only, for Node and bundlers of today. */
const OF_OLD_WAYS = new Set(['node10', 'node16-cjs']);
/** Data, without types. */
const isData = (entry: string) => /\.\w+$|\*/.test(entry);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-packages-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(publicPackages)('$name, as it would be published', (one) => {
  let tarball: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    tarball = new Uint8Array(await readFile(await pack(one, folder)));
  });

  test('says what it is, under which licence, and for which Node', () => {
    expect(one).toMatchObject({
      description: expect.stringMatching(/^.{20,140}$/),
      license: 'EUPL-1.2',
      engines: { node: '>=22.18' },
    });
  });

  test('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('each entry has its types', async () => {
    const excludeEntrypoints = Object.keys(one.exports).filter(isData);
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      excludeEntrypoints,
    });
    const isCode = Object.keys(one.exports).some((entry) => !isData(entry));
    const found = result.types ? result.problems : isCode ? ['no types'] : [];
    expect(
      found.filter(
        (problem) =>
          typeof problem === 'string' ||
          !('resolutionKind' in problem && OF_OLD_WAYS.has(problem.resolutionKind)),
      ),
    ).toEqual([]);
  });
});
