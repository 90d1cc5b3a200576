import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contexts, generateSigningKey, signTrustList, trustListOf } from '@grondslag/claims';
import { acl, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContextsFile } from './index.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { type PlayedSource, playSource } from './test-support/play-facts.ts';
import { playUma } from './test-support/play-vault.ts';

const CLUB = 'https://club.example/contexts/v1';
const query = 'ASK { ?graph <http://www.w3.org/ns/prov#wasAttributedTo> ?source }';

describe('a fact that names a context of an operator', () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let folder: string;
  let contexts: Contexts;

  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    folder = await mkdtemp(join(tmpdir(), 'contexts-'));
    const document = '{"@context":{"club":"https://club.example/terms#club"}}';
    const listed = [{ url: CLUB, sha256: hash('sha256', document), file: 'club.json' }];
    await writeFile(join(folder, 'club.json'), document);
    await writeFile(join(folder, 'contexts.json'), JSON.stringify(listed));
    contexts = await readContextsFile(join(folder, 'contexts.json'));
    const uma = playUma(world);
    const fact = await source.incomeNaming(world.citizen, CLUB, contexts);
    uma.facts.set('/anna/facts/income/2025', fact);
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
    await rm(folder, { recursive: true });
  });

  async function read(options: Parameters<PlayedWorld['createAgency']>[0]) {
    const agency = world.createAgency(options);
    const asked = await agency.requestAccess(world.question());
    if (asked.status !== 'requested') throw new Error(asked.status);
    const grant = world.authority.decide('SolidAccessGrant', world.citizen, {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [new URL('facts/income/', world.storage).href],
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    });
    return await agency.readClaims(grant, { query });
  }

  it('is read by an agency that has it by file, and left out by one that has not', async () => {
    world.authority.participants.sources.push(source.participant);
    expect(await read({ contexts })).toMatchObject({ status: 'read', claims: [{}] });
    expect(await read({})).toMatchObject({
      status: 'not-verified',
      leftOut: [{ reason: 'unknown_context' }],
    });
  });

  it('is read under a signed trust list too', async () => {
    const { key } = await generateSigningKey(`${world.authority.url}#key-1`);
    const list = {
      id: `${world.authority.url}v1/trust-list`,
      version: 1,
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2099-01-01T00:00:00Z',
      issuers: [...trustListOf([source.participant]).issuers],
    };
    const body = await signTrustList(list, key);
    const { answer } = world.authority;
    world.authority.answer = (request) =>
      request.path === '/v1/trust-list'
        ? { headers: { 'content-type': 'application/jose' }, body }
        : answer(request);
    const trustList = { operatorKeys: { [key.id]: key.publicKeyMultibase } };
    expect(await read({ contexts, trustList })).toMatchObject({ status: 'read' });
    expect(await read({ trustList })).toMatchObject({ leftOut: [{ reason: 'unknown_context' }] });
  });
});
