import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Agency, AnyKind, ManyOptions, Provenance, ReadManyOptions } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandPowers, runCommand } from '../run-command.ts';
import type { AnyManyOutcome } from './outcome-line.ts';

const config = {
  ...{ webId: 'https://vault.example/schuldhulp#me', oidcIssuer: 'https://vault.example/' },
  ...{ clientId: 'id', clientSecret: 'a secret', authority: 'https://access.example/' },
  ...{ vaults: ['https://vault.example/'], processingLog: 'processing.jsonl' },
  operatorKeys: { 'https://access.example/#key-1': 'z6Mk1' },
};
const idOf = (number: number) => `https://access.example/vc/${number}`;
const otherRoute = { text: { nl: 'Balie' } };

describe('grondslag read-many', () => {
  let folder: string;
  let printed: string;
  let errors: string;
  /** What the SDK, which has tests of its own, says of an access. */
  let outcomeOf: (access: string) => AnyManyOutcome['outcome'];
  const at = (name: string) => join(folder, name);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-many-'));
    await writeFile(at('grondslag.config.json'), JSON.stringify(config));
    await writeFile(at('accesses'), [1, 2, 3].map(idOf).join('\n'));
    outcomeOf = () => ({
      ...{ status: 'read', claims: [], leftOut: [], disputed: [] },
      answer: {
        ...{ form: 'select', variables: ['n'] },
        rows: [{ n: { termType: 'Literal', value: '1', datatype: 'urn:x' } }],
      },
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(args: string[], powers: Partial<CommandPowers> = {}) {
    printed = '';
    errors = '';
    const question = args.includes('--kind') ? [] : ['--query', 'ASK {}'];
    return runCommand(['read-many', ...args, ...question], {
      ...{ env: {}, folder },
      createAgency: () =>
        ({
          async *readMany(
            accesses: AsyncIterable<string>,
            how: ReadManyOptions | AnyKind,
            { checkpoint, signal }: ManyOptions = how as ReadManyOptions,
          ) {
            for await (const access of accesses) {
              signal?.throwIfAborted();
              if (checkpoint?.has(access)) continue;
              const outcome = outcomeOf(access);
              yield { access, outcome };
              if (outcome.status !== 'failed') await checkpoint?.add(access);
            }
          },
          close: async () => undefined,
        }) as unknown as Agency,
      print: (text) => {
        printed += text;
      },
      printError: (text) => {
        errors += text;
      },
      ...powers,
    });
  }
  const linesOf = async (name: string) =>
    (await readFile(at(name), 'utf8'))
      .split('\n')
      .flatMap((line) => (line ? [JSON.parse(line)] : []));
  const failed = { status: 'failed', code: 'peer_unreachable', detail: 'away' } as const;

  it('writes a line for each access, for its owner only, and counts every outcome', async () => {
    outcomeOf = (access) =>
      access === idOf(2)
        ? { status: 'no-access', reason: 'withdrawn', detail: 'x', otherRoute }
        : { status: 'not-verified', leftOut: [], otherRoute };
    expect(await run(['accesses', '--out', 'out.jsonl'])).toBe(0);
    expect((await linesOf('out.jsonl')).map(({ access, status }) => [access, status])).toEqual([
      [idOf(1), 'not-verified'],
      [idOf(2), 'no-access'],
      [idOf(3), 'not-verified'],
    ]);
    expect((await stat(at('out.jsonl'))).mode & 0o777).toBe(0o600);
    expect(printed).toContain('not-verified: 2\nno-access: withdrawn: 1\nWritten: out.jsonl');
    await expect(stat(at('out.jsonl.failed'))).rejects.toThrow('ENOENT');
  });

  it('writes facts of one kind, and a table of their fields', async () => {
    const values = { year: 2025, amount: '23400.50' };
    const provenance = {
      ...{ resource: 'https://vault.example/a', credential: 'urn:uuid:1', claimType: 'urn:x' },
      ...{ subject: 'https://vault.example/#me', validFrom: new Date(), holdsAt: new Date() },
      ...{ source: { id: 'https://source.example/', name: { nl: 'Bron' } } },
      ...{ statusCheckedAt: new Date(), statusMessages: [], derived: false },
    } as unknown as Provenance;
    const read: AnyManyOutcome['outcome'] = {
      ...{ status: 'read', claims: [], leftOut: [], disputed: [], incomplete: [] },
      facts: [{ values, provenance }],
    };
    outcomeOf = (access) =>
      access === idOf(2)
        ? { status: 'not-verified', incomplete: [], leftOut: [], otherRoute }
        : read;
    expect(await run(['accesses', '--kind', 'income', '--out', 'out.jsonl'])).toBe(0);
    expect((await linesOf('out.jsonl')).map(({ facts }) => facts)).toEqual([
      [{ values, credential: 'urn:uuid:1' }],
      [],
      [{ values, credential: 'urn:uuid:1' }],
    ]);
    expect(await run(['accesses', '--kind', 'income', '--out', 'out.csv'])).toBe(0);
    expect(await readFile(at('out.csv'), 'utf8')).toBe(
      [
        'access-id,access-status,access-reason,year,amount',
        `${idOf(1)},read,,2025,23400.50`,
        `${idOf(2)},not-verified,,,`,
        `${idOf(3)},read,,2025,23400.50`,
        '',
      ].join('\r\n'),
    );
    expect(await run(['accesses', '--kind', 'shoe', '--out', 'other.csv'])).toBe(2);
    expect(errors).toContain('Expected --kind diploma');
  });

  it('says what came of it as JSON, and takes accesses from standard input', async () => {
    const stdinStream = () => Readable.from([idOf(1), '\n', idOf(2)]);
    expect(await run(['-', '--out', 'out.jsonl', '--json'], { stdinStream })).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      ...{ file: 'out.jsonl', counts: { read: 2 }, finishedBefore: 0, stopped: false },
    });
  });

  it('goes on with what failed, and with nothing else, in a table too', async () => {
    const args = ['accesses', '--out', 'out.csv', '--checkpoint', 'run.checkpoint'];
    const reads = outcomeOf;
    outcomeOf = (access) => (access === idOf(2) ? failed : reads(access));
    expect(await run(args)).toBe(1);
    expect(printed).toContain('The same command goes on');
    expect(await linesOf('out.csv.failed')).toEqual([{ access: idOf(2), ...failed }]);

    const asked: string[] = [];
    outcomeOf = (access) => {
      asked.push(access);
      return reads(access);
    };
    expect(await run(args)).toBe(0);
    expect(asked).toEqual([idOf(2)]);
    expect((await readFile(at('out.csv'), 'utf8')).split('\r\n')).toEqual([
      'access-id,access-status,access-reason,n',
      ...[1, 3, 2].map((number) => `${idOf(number)},read,,1`),
      '',
    ]);
    await expect(stat(at('out.csv.part'))).rejects.toThrow('ENOENT');
    await expect(stat(at('out.csv.failed'))).rejects.toThrow('ENOENT');
  });

  it('stops when asked, and keeps what was finished', async () => {
    const stop = Promise.withResolvers<void>();
    const reads = outcomeOf;
    outcomeOf = (access) => {
      if (access === idOf(2)) stop.resolve();
      return reads(access);
    };
    const args = ['accesses', '--out', 'out.jsonl', '--checkpoint', 'run.checkpoint'];
    expect(await run(args, { stopped: () => stop.promise })).toBe(1);
    expect(printed).toContain('Stopped.');
    expect(await run(args)).toBe(0);
    expect((await linesOf('out.jsonl')).map(({ access }) => access)).toEqual([1, 2, 3].map(idOf));
  });

  it('overwrites no outcomes of another run', async () => {
    await writeFile(at('out.jsonl'), 'of another run\n');
    expect(await run(['accesses', '--out', 'out.jsonl'])).toBe(2);
    expect(await run(['accesses', '--out', 'out.jsonl', '--checkpoint', 'new.checkpoint'])).toBe(2);
    expect(await readFile(at('out.jsonl'), 'utf8')).toBe('of another run\n');
  });

  it('draws progress only where somebody looks', async () => {
    let drawn = '';
    const progress = (text: string) => {
      drawn += text;
    };
    await run(['accesses', '--out', 'out.jsonl'], { progress });
    expect(drawn).toContain('/3');
    expect(printed + errors).not.toContain('\u001B');
  });

  it.each([
    [['accesses']],
    [['accesses', '--out', 'o', '--format', 'xml']],
    [['accesses', '--out', 'o', '--at-once', '0']],
    [['none', '--out', 'o']],
    [['accesses', '--out', 'no/such/folder/o']],
  ])('explains wrong usage: %j', async (args) => {
    expect(await run(args)).toBe(2);
    expect(errors).toContain('Expected');
  });

  it('shares a run only with a database, which is no argument', async () => {
    expect(await run(['accesses', '--out', 'out.jsonl', '--run', 'december'])).toBe(2);
    expect(errors).toContain('GRONDSLAG_RUNS_DATABASE');
    const both = ['--run', 'december', '--checkpoint', 'run.checkpoint'];
    expect(await run(['accesses', '--out', 'out.jsonl', ...both])).toBe(2);
    expect(errors).toContain('the place is in the database');
  });

  it('tells nothing of the address of a database that does not answer', async () => {
    const env = { GRONDSLAG_RUNS_DATABASE: 'postgres://me:a-password@127.0.0.1:1/runs' };
    expect(await run(['accesses', '--out', 'out.jsonl', '--run', 'december'], { env })).toBe(1);
    expect(errors).toContain(
      'Expected the database of runs to answer, it does not (ECONNREFUSED).',
    );
    expect(errors).not.toContain('a-password');
  });
});
