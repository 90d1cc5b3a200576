import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '@grondslag/dev-stack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack, publicPackages, tarballOf } from './pack-packages.ts';
import { isPrinted, readTutorial } from './tutorial.ts';

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

const installed = publicPackages.filter(({ name }) => name !== 'create-grondslag');
let folder: string;
let project: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-installed-'));
  const packed = join(folder, 'packed');
  await Promise.all(publicPackages.map((one) => pack(one, packed)));
  const creator = join(packed, tarballOf('create-grondslag'));
  // As `npm create grondslag debt-help` does, of packages that no registry has.
  const create = [
    'exec',
    '--yes',
    '--prefer-offline',
    `--package=${creator}`,
    '--',
    'create-grondslag',
  ];
  project = folder;
  await run('npm', [...create, 'debt-help', '--packages', packed]);
  project = join(folder, 'debt-help');
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What it prints; an error has that too. */
async function run(command: string, argv: readonly string[], port = ''): Promise<string> {
  // Chosen by `npm start` when left out: other tests run beside this one.
  const env = { ...process.env, ...(port !== '' && { GRONDSLAG_PORT: port }) };
  const running = promisify(execFile)(command, argv, { cwd: project, env });
  const { stdout } = await running.catch((error: Error & { stdout?: string }) => {
    throw new Error(`${error.message}\n${error.stdout ?? ''}`);
  });
  return stdout.trim();
}

test('every entry can be imported', async () => {
  const entries = installed.flatMap(({ name, exports }) =>
    Object.keys(exports)
      .filter((entry) => !/\.\w+$|\*/.test(entry))
      .map((entry) => name + entry.slice(1)),
  );
  const program = `for (const one of ${JSON.stringify(entries)}) {
    if (Object.keys(await import(one)).length > 0) console.log(one);
  }`;
  await writeFile(join(project, 'imports.mjs'), program);
  expect((await run(process.execPath, ['imports.mjs'])).split('\n')).toEqual(entries);
});

test('the command line answers', async () => {
  expect(await run('npx', ['--no-install', 'grondslag', 'help'])).toContain('grondslag request');
});

test('a fact is signed, verified, and asked about in SPARQL', async () => {
  await writeFile(join(project, 'program.mjs'), PROGRAM);
  expect(await run(process.execPath, ['program.mjs'])).toBe('23456.00');
});

describe('docs/tutorial.md', () => {
  const [create, enter, ...steps] = readTutorial();

  test('begins with what was done here', () => {
    expect([create, enter]).toEqual([
      { kind: 'run', command: 'npm create grondslag debt-help' },
      { kind: 'run', command: 'cd debt-help' },
    ]);
  });

  test('needs forty lines of code at most', () => {
    const written = steps.flatMap((step) => (step.kind === 'write' ? [step.text.trim()] : []));
    expect(written.join('\n').split('\n').length).toBeLessThanOrEqual(40);
  });

  test('can be followed to the letter', async () => {
    const port = String(await findFreePort());
    let output = '';
    for (const step of steps) {
      if (step.kind === 'write') await writeFile(join(project, step.file), step.text);
      else if (step.kind === 'run') output = await run('sh', ['-c', step.command], port);
      else
        for (const line of step.lines)
          expect(isPrinted(line, output), `${line}\n${output}`).toBe(true);
    }
    expect(steps.length).toBeGreaterThan(8);
  }, 400_000);
});
