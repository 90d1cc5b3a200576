import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSigningKey, type SigningKey } from '@grondslag/claims';
import { acl, g } from '@grondslag/vocab';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import type { PlayedAnswer, SeenRequest } from '../test-support/play-server.ts';
import type { PurposeOutcome } from './end-purposes.ts';
import { openPurposeBook } from './purpose-book.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

describe('endPurposes', () => {
  let world: PlayedWorld;
  let folder: string;
  let key: SigningKey;
  let grant: string;
  let sent: SeenRequest[];
  /** What the authority keeps of the grant. */
  let kept: { signature: string } | undefined;
  let before: (request: SeenRequest) => PlayedAnswer | undefined;
  const inFolder = (name: string) => join(folder, name);
  const openBook = () => openPurposeBook(inFolder('purposes.jsonl'));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'purposes-'));
    world = await playWorld();
    ({ key } = await generateSigningKey('https://agency.example/#key-1'));
    grant = world.authority.decide('SolidAccessGrant', world.citizen, {
      ...{ mode: [acl.Read], forPersonalData: [`${world.storage}facts/`], inherit: true },
      ...{ hasStatus: 'https://w3id.org/GConsent#ConsentStatusExplicitlyGiven' },
      ...{ isProvidedTo: world.webId, forPurpose: [g.IncomeCredential] },
    });
    sent = [];
    kept = undefined;
    before = () => undefined;
    const others = world.authority.answer;
    world.authority.answer = (request) => {
      if (!request.path.startsWith('/v1/access-grants/')) return others(request);
      const instead = before(request);
      if (instead) return instead;
      sent.push(request);
      if (request.path.endsWith('/erasure')) kept ??= JSON.parse(request.body);
      return { body: viewOf() };
    };
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  function viewOf() {
    const [, payload = ''] = kept?.signature.split('.') ?? [];
    const statement = kept && JSON.parse(Buffer.from(payload, 'base64url').toString());
    const { access: _access, agency: _agency, ...erased } = statement ?? {};
    const at = '2026-12-01T09:00:00.000Z';
    return {
      ...{ id: '0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21', credential: grant, state: 'revoked' },
      ...{ agency: world.webId, citizen: world.citizen, resources: [`${world.storage}facts/`] },
      ...{ modes: ['read'], purposes: [], inherit: true, issuedAt: at, validFrom: at },
      ...{ requestVerified: true, revokedAt: at, endedBy: 'agency' },
      ...(statement && { erasure: { ...erased, recordedAt: at, signature: kept?.signature } }),
    };
  }
  async function endAll(now = new Date(), agency = world.createAgency({ now: () => now })) {
    const outcomes: PurposeOutcome[] = [];
    const book = await openBook();
    for await (const outcome of agency.endPurposes({ book, key })) outcomes.push(outcome);
    return outcomes;
  }
  async function keepOne(endsAt?: Date) {
    const file = inFolder('answers.jsonl');
    await (await openBook()).keep(grant, { files: [file], ...(endsAt && { endsAt }) });
    await writeFile(file, 'a fact\n');
    return file;
  }

  it('ends access, erases and tells it signed, at the end that was noted and not before', async () => {
    const endsAt = new Date(Date.now() + 86_400_000);
    const file = await keepOne(endsAt);
    expect(await endAll()).toEqual([]);
    expect([await isThere(file), sent.length]).toEqual([true, 0]);
    const [outcome, ...more] = await endAll(endsAt);
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({
      ...{ status: 'ended', access: grant, recordedAt: expect.any(Date) },
      files: [{ file, bytes: 7, sha256: sha256('a fact\n') }],
    });
    expect(await isThere(file)).toBe(false);
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['end', 'erasure']);
    const [header = '', payload = '', signature = ''] = kept?.signature.split('.') ?? [];
    const verified = await crypto.subtle.verify(
      'Ed25519',
      await publicKeyOf(key),
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${header}.${payload}`),
    );
    expect(verified).toBe(true);
    const statement = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(statement).toMatchObject({ access: grant, agency: world.webId, files: 1, bytes: 7 });
    expect(JSON.stringify(statement)).not.toContain('answers');
    expect(await endAll(endsAt)).toEqual([]);
  });

  it('ends what was closed, whatever its date', async () => {
    const file = await keepOne();
    expect(await endAll(new Date('2099-01-01T00:00:00Z'))).toEqual([]);
    await (await openBook()).close(grant);
    expect(await endAll()).toMatchObject([{ status: 'ended' }]);
    expect(await isThere(file)).toBe(false);
    await expect((await openBook()).keep(grant, { files: ['more'] })).rejects.toThrow(TypeError);
  });

  it('says of what was erased by a run that was killed before it could tell, when it is done again', async () => {
    const file = await keepOne(new Date());
    before = ({ path }) => (path.endsWith('/erasure') ? { status: 503 } : undefined);
    expect(await endAll()).toMatchObject([{ status: 'failed', code: 'peer_unreachable' }]);
    expect([await isThere(file), kept]).toEqual([false, undefined]);
    before = () => undefined;
    expect(await endAll()).toMatchObject([
      { status: 'ended', files: [{ file, bytes: 7, sha256: sha256('a fact\n') }] },
    ]);
  });

  it('takes the signature that the authority has, when a run was killed after it told', async () => {
    await keepOne(new Date());
    const text = await readFile(inFolder('purposes.jsonl'), 'utf8');
    const [first] = await endAll();
    await writeFile(inFolder('purposes.jsonl'), text);
    const [second] = await endAll(new Date(Date.now() + 5000));
    expect(second).toMatchObject({ status: 'ended' });
    expect(Object(second).signature).toBe(Object(first).signature);
  });

  it('erases nothing while the access could not be ended, and goes on with the next', async () => {
    const file = await keepOne(new Date());
    await (await openBook()).keep('https://elsewhere.example/vc/1', { endsAt: new Date(0) });
    before = ({ path }) => (path.endsWith('/end') ? { status: 503 } : undefined);
    expect(await endAll()).toMatchObject([
      { access: grant, status: 'failed', code: 'peer_unreachable' },
      { status: 'failed', code: 'credential_not_found' },
    ]);
    expect(await isThere(file)).toBe(true);
  });

  it('ends with the signal between two', async () => {
    await keepOne(new Date());
    const book = await openBook();
    const signal = AbortSignal.abort(new Error('Enough.'));
    const ending = world.agency.endPurposes({ book, key, signal });
    await expect(ending.next()).rejects.toThrow('Enough.');
    expect(sent).toEqual([]);
  });
});

describe('a book of purposes', () => {
  it('passes over a line that a crash cut off, and refuses what is no book', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'purposes-'));
    const file = join(folder, 'purposes.jsonl');
    await (await openPurposeBook(file)).keep('https://access.example/vc/1', { files: ['/a'] });
    await appendFile(file, '{"did":"keep","acc');
    const book = await openPurposeBook(file);
    await book.keep('https://access.example/vc/2', { files: ['/b'] });
    const again = await openPurposeBook(file);
    expect(again.list().map(({ files }) => files)).toEqual([['/a'], ['/b']]);
    expect((await stat(file)).mode & 0o077).toBe(0);
    await writeFile(file, '{"some":"thing else"}\n');
    await expect(openPurposeBook(file)).rejects.toThrow(TypeError);
    await expect(again.close('https://access.example/vc/3')).rejects.toThrow(TypeError);
    await rm(folder, { recursive: true });
  });
});

function publicKeyOf({ publicKeyMultibase }: SigningKey) {
  // Multikey: base58btc, two bytes that say Ed25519, 32 of the key.
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const sign of publicKeyMultibase.slice(1)) {
    number = number * 58n + BigInt(alphabet.indexOf(sign));
  }
  const bytes = Buffer.from(number.toString(16).padStart(68, '0'), 'hex').subarray(2);
  return crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
}
