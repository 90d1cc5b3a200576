import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSigningKey, type SigningKey, signTrustList, trustListOf } from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';
import { acl, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from './create-agency.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { type PlayedSource, playSource } from './test-support/play-facts.ts';
import { playUma } from './test-support/play-vault.ts';
import { keepTrustList } from './trust-list-file.ts';

const query = 'ASK { ?graph <http://www.w3.org/ns/prov#wasAttributedTo> ?source }';

describe('an agency that pinned the key of its authority', () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let key: SigningKey;
  let folder: string;
  let list: string;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    ({ key } = await generateSigningKey(`${world.authority.url}#key-1`));
    folder = await mkdtemp(join(tmpdir(), 'trust-list-'));
    const { answer } = world.authority;
    world.authority.answer = (request) =>
      request.path === '/v1/trust-list'
        ? { headers: { 'content-type': 'application/jose' }, body: list }
        : answer(request);
  });
  beforeEach(async () => {
    world.authority.participants.sources.splice(0);
    world.authority.seen.length = 0;
    const uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
    await rm(folder, { recursive: true });
  });

  const sign = async (version: number, sources: SourceParticipant[], by = key) =>
    await signTrustList(
      {
        id: `${world.authority.url}v1/trust-list`,
        version,
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2099-01-01T00:00:00Z',
        issuers: [...trustListOf(sources).issuers],
      },
      by,
    );

  /** What a newly started agency reads. */
  async function read(file?: string) {
    const operatorKeys = { [key.id]: key.publicKeyMultibase };
    const problems: unknown[] = [];
    const agency = world.createAgency({
      trustList: {
        operatorKeys,
        onProblem: (problem) => void problems.push(problem),
        ...(file !== undefined && { store: keepTrustList(file) }),
      },
    });
    const asked = await agency.requestAccess(world.question());
    if (asked.status !== 'requested') throw new Error(asked.status);
    const grant = world.authority.decide('SolidAccessGrant', world.citizen, {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [new URL('facts/income/', world.storage).href],
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    });
    return { outcome: await agency.readClaims(grant, { query }), problems };
  }

  it('believes the sources of the signed list, and does not ask for the other', async () => {
    list = await sign(1, [source.participant]);
    expect(await read()).toMatchObject({ outcome: { status: 'read', claims: [{}] }, problems: [] });
    const paths = world.authority.seen.map(({ path }) => path);
    expect(paths).toContain('/v1/trust-list');
    expect(paths).not.toContain('/v1/participants');
  });

  it('believes nobody when another key signed it, whatever the unsigned list says: trust_unknown', async () => {
    world.authority.participants.sources.push(source.participant);
    const { key: other } = await generateSigningKey(key.id);
    list = await sign(1, [source.participant], other);
    expect(await read()).toMatchObject({
      outcome: { status: 'not-verified', leftOut: [{ reason: 'trust_unknown' }] },
      problems: [{ code: 'invalid_trust_list' }],
    });
  });

  it('is not led back to an older list by a restart', async () => {
    const file = join(folder, 'trust-list');
    const older = await sign(1, [source.participant]);
    list = await sign(2, []);
    expect(await read(file)).toMatchObject({
      outcome: { status: 'not-verified', leftOut: [{ reason: 'unknown_issuer' }] },
    });
    expect(await readFile(file, 'utf8')).toBe(list);
    list = older;
    expect(await read(file)).toMatchObject({
      outcome: { status: 'not-verified', leftOut: [{ reason: 'unknown_issuer' }] },
      problems: [{ code: 'old_trust_list' }],
    });
    expect((await read()).outcome.status).toBe('read');
  });

  it('believes nobody when the file was changed', async () => {
    const file = join(folder, 'changed');
    list = await sign(3, [source.participant]);
    await writeFile(file, list.slice(0, -2));
    expect(await read(file)).toMatchObject({
      outcome: { status: 'not-verified', leftOut: [{ reason: 'trust_unknown' }] },
    });
  });

  it('is told when it has a list of its own too, or no key', () => {
    const options = {
      webId: world.webId,
      oidcIssuer: world.identityProvider.url,
      clientId: 'id',
      clientSecret: 'secret',
      authority: world.authority.url,
      vaults: [world.vault.url],
      unsafelyWithoutLog: true,
    } as const;
    const operatorKeys = { [key.id]: key.publicKeyMultibase };
    const both = { ...options, sources: [source.participant], trustList: { operatorKeys } };
    expect(() => createAgency(both)).toThrow(/sources or trustList/);
    expect(() => createAgency({ ...options, trustList: { operatorKeys: {} } })).toThrow(
      /operatorKeys/,
    );
  });
});
