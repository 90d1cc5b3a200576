import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack, publicPackages } from './pack-packages.ts';

/** What an agency installs, and what that needs. */
const wanted = ['agency', 'claims', 'cli', 'legal-basis', 'protocol', 'vocab'];
const packages = publicPackages.filter(({ name }) => wanted.includes(name.split('/')[1] ?? ''));
const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];

/** What a source and an agency do, with what is published and nothing of this repository. */
const PROGRAM = `
import { createClaimVerifier, encodeStatusBits, generateSigningKey, signCredential } from '@grondslag/claims';
import { createQueryEngine } from '@grondslag/claims/query';
import { CLAIMS_V1, CREDENTIALS_V2, g } from '@grondslag/vocab';

const id = 'https://source.example/';
const list = id + 'status/1';
const citizen = 'https://vault.example/anna#me';
const { key } = await generateSigningKey(id + '#key-1');
const signed = (type, credentialSubject, more) => signCredential({
  '@context': [CREDENTIALS_V2, CLAIMS_V1], type: ['VerifiableCredential', type],
  issuer: id, validFrom: '2026-01-01T00:00:00Z', credentialSubject, ...more,
}, key, new Date());
const statusList = await signed('BitstringStatusListCredential', {
  id: list + '#list', type: 'BitstringStatusList', statusPurpose: 'revocation',
  encodedList: await encodeStatusBits(new Uint8Array(16384), 'bitstring'),
}, { id: list, '@context': [CREDENTIALS_V2] });
const fact = await signed('IncomeCredential', {
  id: citizen, income: { type: 'Income', year: '2025', amount: '23456.00', currency: 'EUR' },
}, { id: id + '1', credentialStatus: {
  type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: list,
} });

const source = {
  id, name: { nl: 'Bron' }, claimTypes: [g.IncomeCredential], statusLists: id + 'status/',
  keys: { [key.id]: key.publicKeyMultibase },
};
const verifier = createClaimVerifier({ sources: [source], fetch: async () => Response.json(statusList) });
const outcome = await verifier.verify('https://vault.example/1', JSON.stringify(fact), citizen);
if (!outcome.verified) throw new Error(JSON.stringify(outcome.leftOut));
const engine = createQueryEngine();
const dataset = engine.createDataset();
dataset.add([outcome.claim]);
const found = await dataset.query('SELECT ?amount WHERE { GRAPH ?credential { ?income <' + g.amount + '> ?amount } }');
console.log(found.rows.map(({ amount }) => amount.value).join());
await engine.close();
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-installed-'));
  const tarballs = await Promise.all(packages.map((one) => pack(one, join(folder, 'packed'))));
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  await run('npm', ['install', ...flags, ...tarballs]);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(command: string, argv: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, argv, { cwd: folder });
  return stdout.trim();
}

test('every entry can be imported', async () => {
  const entries = packages.flatMap(({ name, exports }) =>
    Object.keys(exports)
      .filter((entry) => !/\.\w+$|\*/.test(entry))
      .map((entry) => name + entry.slice(1)),
  );
  const program = `for (const one of ${JSON.stringify(entries)}) {
    if (Object.keys(await import(one)).length > 0) console.log(one);
  }`;
  await writeFile(join(folder, 'imports.mjs'), program);
  expect((await run(process.execPath, ['imports.mjs'])).split('\n')).toEqual(entries);
});

test('the command line answers', async () => {
  expect(await run('npx', ['--no-install', 'grondslag', 'help'])).toContain('grondslag request');
});

test('a fact is signed, verified, and asked about in SPARQL', async () => {
  await writeFile(join(folder, 'program.mjs'), PROGRAM);
  expect(await run(process.execPath, ['program.mjs'])).toBe('23456.00');
});
