import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { g } from '@grondslag/agency';
import { canonicalize, signTrustList } from '@grondslag/claims';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { CITIZEN, NOW, startClaimsSource } from '../test-support/claims-source.ts';

const incomes = `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?amount ?source WHERE {
  GRAPH ?credential { ?income g:amount ?amount }
  ?credential <http://www.w3.org/ns/prov#wasAttributedTo> ?source
}`;

/** A statement in a graph: subject, what is said, graph. */
const QUAD = /^(\S+) (\S+ .+) (_:c14n\d+) \.$/gm;
const toTriG = (nquads: string) => nquads.replace(QUAD, '$3 { $1 $2 . }');
/** Turtle has no graphs: the proof is the node that was the name of its graph. */
const toTurtle = (nquads: string) => nquads.replace(QUAD, '$3 $2 .');

describe('grondslag claims', () => {
  let source: Awaited<ReturnType<typeof startClaimsSource>>;
  let folder: string;
  let out: string;
  let errors: string;

  beforeAll(async () => {
    source = await startClaimsSource();
  });
  afterAll(() => source.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claims-'));
    await write('trust.json', source.trust);
    await write('income.json', await source.issue());
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (name: string, content: unknown, mode = 0o600) =>
    writeFile(join(folder, name), JSON.stringify(content), { mode });

  function run(args: string[], stdin = '', env: Record<string, string> = {}) {
    out = '';
    errors = '';
    return runCommand(['claims', ...args], {
      env,
      folder,
      now: () => NOW,
      createAgency() {
        throw new Error('no agency is needed');
      },
      stdin: async () => stdin,
      print: (text) => {
        out += text;
      },
      printError: (text) => {
        errors += text;
      },
    });
  }

  const states = (checked: { articles: { article: string; state: string }[] }) =>
    Object.fromEntries(checked.articles.map(({ article, state }) => [article, state]));

  it('takes contexts by file, locked to their digest, and fetches none', async () => {
    const url = 'https://contexts.example/hobby/v1';
    const context = JSON.stringify({ '@context': { hobby: 'https://hobby.example/terms#hobby' } });
    await writeFile(join(folder, 'hobby.json'), context);
    await write('contexts.json', [{ url, sha256: hash('sha256', context), file: 'hobby.json' }]);
    await write('unsigned.json', {
      '@context': ['https://www.w3.org/ns/credentials/v2', url],
      type: 'VerifiableCredential',
      issuer: 'https://club.example/',
      credentialSubject: { id: CITIZEN, hobby: 'chess' },
    });
    await run(['key', 'https://club.example/#key-1', '--key', 'key.json']);
    const issue = ['issue', 'unsigned.json', '--key', 'key.json'];
    expect(await run(issue)).toBe(2);
    expect(errors).toContain('unknown_context');
    expect(await run([...issue, '--contexts', 'contexts.json'])).toBe(0);
    await writeFile(join(folder, 'signed.json'), out);
    expect(await run(['inspect', 'signed.json'])).toBe(2);
    const inspect = ['inspect', 'signed.json', '--contexts', 'contexts.json', '--json'];
    expect(await run(inspect)).toBe(0);
    expect(JSON.parse(out).canonical).toContain('<https://hobby.example/terms#hobby> "chess"');

    const GRONDSLAG_CONTEXTS = 'contexts.json';
    expect(await run(['inspect', 'signed.json'], '', { GRONDSLAG_CONTEXTS })).toBe(0);

    await writeFile(join(folder, 'hobby.json'), `${context} `);
    expect(await run(inspect)).toBe(2);
    expect(errors).toContain(`to have the SHA-256 ${hash('sha256', context)}`);
  });

  describe('verify', () => {
    it('tells who says what about whom, since when, until when, and every article that held', async () => {
      const args = ['verify', 'income.json', '--trust', 'trust.json', '--about', CITIZEN];
      expect(await run([...args, '--lang', 'en'])).toBe(0);
      expect(out).toContain('income.json: verified, this may be used');
      expect(out).toContain(source.trust.issuers[0]?.id);
      expect(out).toContain(`about whom    ${CITIZEN}`);
      expect(out).toContain('income.amount = 21430.50');
      expect(out).toMatch(/since +2026-01-05T09:00:00Z\n +until +2026-12-31T00:00:00Z/);
      expect(out).toMatch(/signature +eddsa-rdfc-2022, .*#key-1, 2026-01-05/);
      expect(out).toMatch(/status +not revoked, by the list of 2026-03-01T12:00:00/);
      expect(out).toMatch(/P10 yes +Its issuer has neither revoked nor suspended it/);
      expect(out).toMatch(/P9 +– +It is fresh enough/);
    });

    it('speaks Dutch when nobody says otherwise', async () => {
      await run(['verify', 'income.json', '--trust', 'trust.json']);
      expect(out).toMatch(/wie zegt het +http/);
      expect(out).toMatch(/P5 +ja +De bron mag dit soort gegeven geven\./);
      expect(out).toMatch(/P7 +– +Het gaat over deze burger\./);
    });

    it('without trust says that the signature holds and nobody says whether to believe it', async () => {
      expect(await run(['key', 'did:key'])).toBe(0);
      const { credential } = source;
      const [did] = JSON.parse(await readFile(join(folder, 'issuer.jwk.json'), 'utf8')).kid.split(
        '#',
      );
      await write('own.json', { ...credential, issuer: did });
      await run(['issue', 'own.json', '--key', 'issuer.jwk.json']);
      expect(await run(['verify', '-', '--lang', 'en'], out)).toBe(3);
      expect(out).toContain('-: the signature holds; nobody says whether to believe this issuer');
      expect(out).toMatch(/P3 +yes/);
      expect(out).toMatch(/P4 +–/);
      expect(out).toContain('--trust FILE');
    });

    it('does not say that an issuer signed what somebody else signed in its name', async () => {
      await run(['key', 'did:key']);
      await write('forged.json', source.credential);
      expect(await run(['issue', 'forged.json', '--key', 'issuer.jwk.json'])).toBe(0);
      const forged = out;
      for (const trust of [[], ['--trust', 'trust.json']]) {
        expect(await run(['verify', '-', '--json', ...trust], forged)).toBe(3);
        const [checked] = JSON.parse(out);
        expect(checked).toMatchObject({ verdict: 'left-out', reason: 'invalid_proof' });
        expect(states(checked)).toMatchObject({ P2: 'held', P3: 'failed' });
        expect(checked.says).toBeUndefined();
      }
    });

    it('judges the forms of RDF by the whole policy, as JSON-LD', async () => {
      const json = JSON.parse(await readFile(join(folder, 'income.json'), 'utf8'));
      const nquads = await canonicalize(json);
      await writeFile(join(folder, 'income.nq'), nquads);
      await writeFile(join(folder, 'income.trig'), toTriG(nquads));
      await writeFile(join(folder, 'income.ttl'), toTurtle(nquads));
      const trust = ['--trust', 'trust.json'];
      for (const file of ['income.nq', 'income.trig', 'income.ttl']) {
        expect(await run(['verify', file, ...trust, '--about', CITIZEN, '--lang', 'en'])).toBe(0);
        expect(out).toContain(`${file}: verified, this may be used`);
        expect(out).toContain('income.amount = 21430.50');
        expect(out).toMatch(/P10 yes/);

        const verdictOf = async (...args: string[]) => {
          await run(['verify', file, '--json', ...args]);
          return JSON.parse(out)[0];
        };
        const other = await verdictOf(...trust, '--about', 'https://vault.example/bob#me');
        expect(other).toMatchObject({ verdict: 'left-out', reason: 'wrong_subject' });
        expect(await verdictOf(...trust, '--max-age', '30')).toMatchObject({ reason: 'too_old' });
        await source.publish([7]);
        expect(await verdictOf(...trust)).toMatchObject({ reason: 'revoked' });
        await source.publish([]);
        expect(await run(['query', incomes, file, ...trust])).toBe(0);
        expect(out).toContain('21430.50');
      }
    });

    it('asks no host about a key that nobody allowed', async () => {
      expect(await run(['verify', 'income.json', '--json'])).toBe(3);
      const [checked] = JSON.parse(out);
      expect(checked).toMatchObject({
        verdict: 'left-out',
        reason: 'unknown_issuer',
        keysRefused: { [source.key.id]: 'unknown_method' },
      });
      expect(checked.says).toBeUndefined();
    });

    it.each([
      [{ credentialSubject: { id: CITIZEN } }, 'invalid_proof', 'P3'],
      [{ validUntil: '2026-12-30T00:00:00Z' }, 'invalid_proof', 'P3'],
    ])(
      'names the article that a changed credential breaks: %j',
      async (change, reason, article) => {
        await write('changed.json', { ...(await source.issue()), ...change });
        expect(await run(['verify', 'changed.json', '--trust', 'trust.json', '--json'])).toBe(3);
        const [checked] = JSON.parse(out);
        expect(checked).toMatchObject({ verdict: 'left-out', reason });
        expect(states(checked)).toMatchObject({
          P1: 'held',
          P2: 'held',
          [article]: 'failed',
          P5: 'not-judged',
        });
      },
    );

    it('names who it should be about, how old it may be, and what it may state', async () => {
      const reasonOf = async (...more: string[]) => {
        expect(
          await run(['verify', 'income.json', '--trust', 'trust.json', '--json', ...more]),
        ).toBe(3);
        return JSON.parse(out)[0];
      };
      const other = await reasonOf('--about', 'https://vault.example/bob#me');
      expect(other.reason).toBe('wrong_subject');
      expect(states(other)).toMatchObject({ P5: 'held', P7: 'failed', P8: 'not-judged' });
      expect((await reasonOf('--max-age', '30')).reason).toBe('too_old');
      const [issuer] = source.trust.issuers;
      const claimTypes = [g.DiplomaCredential];
      await write('trust.json', { ...source.trust, issuers: [{ ...issuer, claimTypes }] });
      expect((await reasonOf()).reason).toBe('issuer_not_trusted_for_claim');
    });

    it('says that a credential is revoked, with its article', async () => {
      await source.publish([7]);
      expect(await run(['verify', 'income.json', '--trust', 'trust.json', '--lang', 'en'])).toBe(3);
      await source.publish([]);
      expect(out).toContain('income.json: not to be used (revoked');
      expect(out).toContain('The source has withdrawn this.');
      expect(out).toMatch(/P10 NO/);
    });

    it('takes the participants of an authority as trust, and ends with 3 when one of several is not verified', async () => {
      await writeFile(join(folder, 'participants.json'), source.participants);
      const args = ['verify', 'income.json', '--trust', 'participants.json', '--json'];
      expect(await run(args)).toBe(0);
      await write('broken.json', {});
      expect(await run([...args, 'broken.json'])).toBe(3);
      expect(JSON.parse(out).map(({ verdict }: { verdict: string }) => verdict)).toEqual([
        'verified',
        'left-out',
      ]);
    });

    it('takes the signed list of the authority in the configuration, under its pinned key', async () => {
      const verify = ['verify', 'income.json'];
      const GRONDSLAG_AUTHORITY = source.base;
      expect(await run(verify, '', { GRONDSLAG_AUTHORITY })).toBe(2);
      expect(errors).toContain('operatorKeys');

      const keys = { [source.key.id]: source.key.publicKeyMultibase };
      const pinned = { GRONDSLAG_AUTHORITY, GRONDSLAG_OPERATOR_KEYS: JSON.stringify(keys) };
      await source.publishTrust(2);
      expect(await run(verify, '', pinned)).toBe(0);
      await write('operator.json', { 'https://other.example/#key': Object.values(keys)[0] });
      const other = ['--operator', 'operator.json'];
      const elsewhere = { ...pinned, GRONDSLAG_TRUST_LIST_FILE: 'other.jws' };
      expect(await run([...verify, ...other], '', elsewhere)).toBe(1);
      expect(errors).toMatch(/pinned key of its operator.*--trust FILE/);
      const nobody = { ...elsewhere, GRONDSLAG_AUTHORITY: 'http://127.0.0.1:1/' };
      expect(await run(verify, '', nobody)).toBe(1);
      expect(errors).toContain('--trust FILE');
    });

    it('goes by the newest list it has seen, whatever an older one says', async () => {
      const env = {
        GRONDSLAG_AUTHORITY: source.base,
        GRONDSLAG_OPERATOR_KEYS: JSON.stringify({ [source.key.id]: source.key.publicKeyMultibase }),
      };
      await source.publishTrust(3, []);
      expect(await run(['verify', 'income.json', '--json'], '', env)).toBe(3);
      await source.publishTrust(2);
      expect(await run(['verify', 'income.json', '--json'], '', env)).toBe(3);
      expect(JSON.parse(out)[0].reason).toBe('unknown_issuer');
      await rm(join(folder, 'trust-list.jws'));
      expect(await run(['verify', 'income.json'], '', env)).toBe(0);
    });

    it('takes a signed trust list with the keys of its operator only', async () => {
      const list = { ...source.trust, validUntil: '2026-12-31T00:00:00Z' };
      await writeFile(join(folder, 'trust.jws'), await signTrustList(list, source.key));
      const args = ['verify', 'income.json', '--trust', 'trust.jws'];
      expect(await run(args)).toBe(2);
      expect(errors).toContain('--operator');
      await write('operator.json', { [source.key.id]: source.key.publicKeyMultibase });
      expect(await run([...args, '--operator', 'operator.json'])).toBe(0);
      await write('operator.json', { 'https://other.example/#key': source.key.publicKeyMultibase });
      expect(await run([...args, '--operator', 'operator.json'])).toBe(2);
    });

    it.each([
      [['verify'], 'Expected: grondslag claims verify FILE…'],
      [['verify', 'nowhere.json'], 'Expected a credential at nowhere.json'],
      [['verify', 'income.json', '--trust', 'income.json'], 'Expected a trust list'],
      [['verify', 'income.json', '--form', 'xml'], 'Expected --form'],
      [['verify', 'income.json', '--max-age', 'old'], 'number of days'],
    ])('is wrong usage: %j', async (args, message) => {
      expect(await run(args)).toBe(2);
      expect(errors).toContain(message);
      expect(errors).not.toContain('21430');
    });
  });

  describe('query', () => {
    it('asks only what is verified', async () => {
      expect(await run(['query', incomes, 'income.json', '--trust', 'trust.json'])).toBe(0);
      expect(out).toBe(`amount\tsource\n21430.50\t${source.trust.issuers[0]?.id}\n`);
      await write('changed.json', {
        ...(await source.issue()),
        validUntil: '2026-12-30T00:00:00Z',
      });
      expect(await run(['query', incomes, 'changed.json', '--trust', 'trust.json'])).toBe(3);
      expect(out).not.toContain('21430.50');
      expect(out).toContain('invalid_proof');
    });

    it('does not ask what nobody vouches for', async () => {
      expect(await run(['query', incomes, 'income.json'])).toBe(2);
      expect(errors).toContain('only what is verified is asked');
    });
  });

  describe('inspect', () => {
    it('shows what a credential says, and that nothing was checked', async () => {
      await write('changed.json', {
        ...(await source.issue()),
        validUntil: '2026-12-30T00:00:00Z',
      });
      expect(await run(['inspect', 'changed.json', '--lang', 'en'])).toBe(0);
      expect(out).toContain('this is what it says; nothing was checked');
      expect(out).toMatch(/until +2026-12-30/);
      expect(out).toContain('revocation, ');
      expect(out).not.toContain('P1');
    });

    it('reads the canonical form that a vault may keep', async () => {
      await run(['inspect', 'income.json', '--json']);
      const { canonical } = JSON.parse(out);
      await writeFile(join(folder, 'income.nq'), canonical);
      expect(await run(['inspect', 'income.nq'])).toBe(0);
      expect(out).toContain('income.amount = 21430.50');
    });

    it('says nothing of what is in a file that it cannot read', async () => {
      await writeFile(join(folder, 'secret.json'), '{"name": "Anna de Wit"');
      expect(await run(['inspect', 'secret.json'])).toBe(2);
      expect(errors).not.toContain('Anna');
    });
  });

  describe('key, issue, derive', () => {
    it('issues with a key from a file that only its owner reads, and never prints it', async () => {
      expect(await run(['key', `${source.trust.id}#key-9`, '--curve', 'P-256'])).toBe(0);
      const file = join(folder, 'issuer.jwk.json');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const { d } = JSON.parse(await readFile(file, 'utf8'));
      await write('unsigned.json', source.credential);
      expect(await run(['issue', 'unsigned.json', '--key', 'issuer.jwk.json'])).toBe(2);
      expect(errors).toContain('invalid_key');
      const args = [
        'issue',
        'unsigned.json',
        '--key',
        'issuer.jwk.json',
        '--suite',
        'ecdsa-rdfc-2019',
      ];
      expect(await run([...args, '--status-list', source.statusList, '--status-index', '8'])).toBe(
        0,
      );
      expect(JSON.parse(out)).toMatchObject({
        credentialStatus: { statusListIndex: '8', statusPurpose: 'revocation' },
        proof: { cryptosuite: 'ecdsa-rdfc-2019' },
      });
      expect(out + errors).not.toContain(d);
      expect(await run(['key', 'did:key'])).toBe(2);
      expect(errors).toContain('Expected no file at');
    });

    it('derives what the holder shows, which verifies', async () => {
      await write('base.json', await source.issue('ecdsa-sd-2023'));
      const pointer = '/credentialSubject/income/year';
      expect(await run(['derive', 'base.json', '--pointer', pointer])).toBe(0);
      expect(JSON.parse(out).credentialSubject.income).toEqual({ type: 'Income', year: '2025' });
      const derived = out;
      expect(await run(['verify', '-', '--trust', 'trust.json', '--json'], derived)).toBe(0);
      const [checked] = JSON.parse(out);
      expect(checked).toMatchObject({ proof: { cryptosuite: 'ecdsa-sd-2023' } });
      expect(states(checked)).toMatchObject({ P3: 'held', P6: 'held', P10: 'held' });
      expect(await run(['derive', 'base.json', '--pointer', '/nothing'])).toBe(2);
      expect(errors).toContain('invalid_pointer');
    });

    it('issues and derives under bbs-2023 too, for who has the library, and judges it by policy', async () => {
      await run(['key', `${source.trust.id}#key-bbs`, '--curve', 'BLS12-381']);
      const { d, kid } = JSON.parse(await readFile(join(folder, 'issuer.jwk.json'), 'utf8'));
      const publicKey = Object.values(JSON.parse(/\{.*\}/.exec(out)?.[0] ?? '{}'))[0];
      const { issuers, ...list } = source.trust;
      const keys = { ...issuers[0]?.keys, [kid]: publicKey };
      await write('trust.json', { ...list, issuers: [{ ...issuers[0], keys }] });
      await write('unsigned.json', source.credential);
      const issue = ['issue', 'unsigned.json', '--key', 'issuer.jwk.json', '--suite', 'bbs-2023'];
      const status = ['--status-list', source.statusList, '--status-index', '7'];
      expect(await run([...issue, ...status])).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ proof: { cryptosuite: 'bbs-2023' } });
      expect(out + errors).not.toContain(d);
      await writeFile(join(folder, 'base.json'), out);
      const pointer = '/credentialSubject/income/year';
      expect(await run(['derive', 'base.json', '--pointer', pointer])).toBe(0);
      const derived = out;
      expect(derived).not.toContain('21430.50');
      expect(await run(['verify', '-', '--trust', 'trust.json', '--json'], derived)).toBe(0);
      expect(states(JSON.parse(out)[0])).toMatchObject({ P3: 'held', P6: 'held', P10: 'held' });
      const changed = derived.replace('"2025"', '"2024"');
      expect(await run(['verify', '-', '--trust', 'trust.json', '--json'], changed)).toBe(3);
      expect(JSON.parse(out)[0]).toMatchObject({ reason: 'invalid_proof' });

      await write('other.jwk.json', source.privateKeyJwk);
      const wrong = issue.with(3, 'other.jwk.json');
      expect(await run(wrong)).toBe(2);
      expect(errors).toContain('of BLS12-381, in other.jwk.json');
    });
  });
});
