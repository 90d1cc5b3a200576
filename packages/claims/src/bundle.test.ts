import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as bbs from './bbs/index.ts';
import * as contextsFile from './contexts-file/index.ts';
import * as index from './index.ts';
import * as query from './query/index.ts';
import * as queryLite from './query-lite/index.ts';
import { CITIZEN, income, type SampleSource, startSampleSource } from './test-support/samples.ts';
import * as verifyMany from './verify-many/index.ts';

const claims = fileURLToPath(new URL('..', import.meta.url));
const sources = {
  index,
  bbs,
  query,
  'contexts-file': contextsFile,
  'query-lite': queryLite,
  'verify-many': verifyMany,
};
let folder: string;
let source: SampleSource;

beforeAll(async () => {
  // Within the package, where its libraries are found.
  mkdirSync(join(claims, 'dist'), { recursive: true });
  folder = mkdtempSync(join(claims, 'dist/bundle-test-'));
  execFileSync(process.execPath, [join(claims, 'bundle.mjs'), folder]);
  source = await startSampleSource();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await source.stop();
});

function load<Name extends keyof typeof sources>(name: Name): Promise<(typeof sources)[Name]> {
  return import(join(folder, `${name}.js`));
}

describe('the bundle that Node loads', () => {
  it.each(Object.keys(sources) as (keyof typeof sources)[])(
    'has what the source of %s has',
    async (name) => {
      expect(new Set(Object.keys(await load(name)))).toEqual(new Set(Object.keys(sources[name])));
    },
  );

  it('takes three files to import: two of the bundle, and base58', () => {
    const script = `
      import { registerHooks } from 'node:module';
      let files = 0;
      registerHooks({ load: (url, context, next) => (files++, next(url, context)) });
      await import('./index.js');
      process.stdout.write(String(files));`;
    const args = ['--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toBe('3');
  });

  it('has one of each class, whatever the entry', async () => {
    const { ClaimsError } = await load('index');
    const { QueryRefusedError } = await load('query');
    expect(QueryRefusedError.prototype).toBeInstanceOf(ClaimsError);
    expect((await load('query-lite')).QueryRefusedError).toBe(QueryRefusedError);
    const options = { sources: [{ ...source.participant, keys: { 'urn:key': 'z' } }], fetch };
    const { createManyVerifier } = await load('verify-many');
    expect(() => createManyVerifier(options)).toThrow(ClaimsError);
    const { readContextsFile } = await load('contexts-file');
    await expect(readContextsFile(join(folder, 'none.json'))).rejects.toThrow(ClaimsError);
    const { deriveBbsCredential } = await load('bbs');
    await expect(deriveBbsCredential({}, ['/id'])).rejects.toThrow(ClaimsError);
  });

  it('finds its threads: one verifies, one answers through Comunica', async () => {
    const credential = await source.sign(source.credential('IncomeCredential', { income }));
    const [{ createManyVerifier }, { createQueryEngine }] = await Promise.all([
      load('verify-many'),
      load('query'),
    ]);
    const verifier = createManyVerifier({ sources: [source.participant], fetch, threads: 1 });
    const resource = 'https://vault.example/fact';
    const stored = { resource, text: JSON.stringify(credential), citizen: CITIZEN };
    const { value: verification } = await verifier.verify([stored]).next();
    await verifier.close();
    if (!verification?.verified) throw new Error('Expected it to be verified.');
    const engine = createQueryEngine();
    const sparql =
      'SELECT (STRLEN(STR(?amount)) AS ?length) { GRAPH ?g { ?i a ?t ; ?p ?amount } FILTER(STR(?amount) = "21430.50") }';
    const answer = await engine.query(sparql, [verification.claim]);
    await engine.close();
    expect(answer).toMatchObject({ rows: [{ length: { value: '8' } }] });
  });
});
