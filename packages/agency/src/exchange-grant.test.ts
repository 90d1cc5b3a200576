import { type AccessGrant, VP_CLAIM_TOKEN_FORMAT } from '@grondslag/protocol';
import { acl, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GrantRefusedError } from './errors.ts';
import { exchangeGrant } from './exchange-grant.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { playServer } from './test-support/play-server.ts';
import { type PlayedVault, playUma } from './test-support/play-vault.ts';

describe(exchangeGrant, () => {
  let world: PlayedWorld;
  let uma: PlayedVault;
  let resource: string;
  beforeAll(async () => {
    world = await playWorld();
    resource = `${world.storage}facts/income/2025`;
  });
  beforeEach(() => {
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', '{}');
  });
  afterAll(() => world.close());

  function grant(expires?: Date): AccessGrant {
    const consent = {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [resource],
      isProvidedTo: world.webId,
    };
    const id = world.authority.decide('SolidAccessGrant', world.citizen, consent, expires);
    return world.authority.credentials.find((issued) => issued.id === id) as AccessGrant;
  }

  it('sends ticket and grant to the authority, and the token to the vault', async () => {
    const given = grant();
    const fetchWithToken = await world.agency.exchangeGrant(given, resource);
    expect((await fetchWithToken(resource)).status).toBe(200);
    const [form] = uma.exchanges;
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:uma-ticket',
      ticket: 'ticket-for-/anna/facts/income/2025',
      claim_token_format: VP_CLAIM_TOKEN_FORMAT,
    });
    const presentation = JSON.parse(
      Buffer.from(form?.get('claim_token') ?? '', 'base64').toString(),
    );
    expect(presentation.verifiableCredential).toEqual([given]);
    const toAuthority = world.authority.seen.at(-1);
    expect(toAuthority?.headers.authorization).toMatch(/^DPoP /);
    const toVault = world.vault.seen.filter(({ headers }) => headers.authorization);
    expect(toVault.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1']);
  });

  it('carries the token to no other server than the one of the resource', async () => {
    const fetchWithToken = await world.agency.exchangeGrant(grant(), resource);
    const seen = world.authority.seen.length;
    for (const url of [
      world.authority.url,
      'https://elsewhere.example/',
      world.vault.url.replace('127.0.0.1', 'localhost'),
    ]) {
      await expect(fetchWithToken(url)).rejects.toMatchObject({ code: 'address_not_allowed' });
    }
    expect(world.authority.seen.length).toBe(seen);
  });

  it('carries the token of one vault server to no other vault server of the list', async () => {
    const other = await playServer();
    const agency = world.createAgency({ vaults: [world.vault.url, other.url] });
    const fetchWithToken = await agency.exchangeGrant(grant(), resource);
    const elsewhere = fetchWithToken(`${other.url}anna/`);
    await expect(elsewhere).rejects.toMatchObject({ code: 'address_not_allowed' });
    expect(other.seen).toEqual([]);
    await other.close();
  });

  it('follows no redirect with the token', async () => {
    const fetchWithToken = await world.agency.exchangeGrant(grant(), resource);
    world.vault.answer = () => ({ status: 302, headers: { location: world.authority.url } });
    const seen = world.authority.seen.length;
    expect((await fetchWithToken(resource)).status).toBe(302);
    expect(world.authority.seen.length).toBe(seen);
  });

  it('uses a token again, and makes a new exchange five seconds before it ends', async () => {
    let now = Date.now();
    const agency = world.createAgency({ now: () => new Date(now) });
    const fetchWithToken = await agency.exchangeGrant(grant(), resource);
    now += 54_000;
    await fetchWithToken(resource);
    expect(uma.exchanges).toHaveLength(1);
    now += 1_000;
    await Promise.all([fetchWithToken(resource), fetchWithToken(resource)]);
    expect(uma.exchanges).toHaveLength(2);
  });

  it('sends nothing to an authority that the vault server names instead of ours', async () => {
    uma.asUri = 'https://elsewhere.example/';
    const given = grant();
    await expect(world.agency.exchangeGrant(given, resource)).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
    expect(uma.exchanges).toHaveLength(0);
  });

  it('sends nothing to a vault server outside the closed list', async () => {
    const elsewhere = world.agency.exchangeGrant(grant(), 'https://elsewhere.example/x');
    await expect(elsewhere).rejects.toMatchObject({ code: 'address_not_allowed' });
  });

  it.each([
    ['withdrawn', 'invalid_grant'],
    ['expired', 'invalid_grant'],
    ['refused', 'request_denied'],
  ])('says that a grant is %s when the authority answers %s', async (reason, error) => {
    const given = grant(reason === 'expired' ? new Date(Date.now() - 1000) : undefined);
    if (reason === 'withdrawn') world.authority.revoked.add(given.id);
    world.authority.token = () => ({ status: 403, body: { error, error_description: 'no' } });
    const refusal = await world.agency.exchangeGrant(given, resource).catch((thrown) => thrown);
    expect(refusal).toBeInstanceOf(GrantRefusedError);
    expect(refusal).toMatchObject({ code: 'grant_refused', reason });
    if (reason === 'refused') expect(refusal.detail).toBe('request_denied: no');
  });

  it.each([
    [{ status: 500 }, 'peer_unreachable'],
    [{ status: 400, body: { error: 'invalid_request' } }, 'invalid_response'],
    [{ status: 401, body: { error: 'invalid_client' } }, 'login_refused'],
    [{ body: { access_token: 'x', token_type: 'mac', expires_in: 60 } }, 'invalid_response'],
    [{ body: '<html>' }, 'invalid_response'],
  ])('fails when the token endpoint answers %j', async (answer, code) => {
    world.authority.token = () => answer;
    const exchange = world.agency.exchangeGrant(grant(), resource);
    await expect(exchange).rejects.toMatchObject({ code });
  });

  it('fails when the vault server gives no ticket', async () => {
    world.vault.answer = () => ({ status: 200 });
    const exchange = world.agency.exchangeGrant(grant(), resource);
    await expect(exchange).rejects.toMatchObject({ code: 'invalid_response' });
  });
});
