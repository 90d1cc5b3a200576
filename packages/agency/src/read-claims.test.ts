import { acl, g, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClaims } from './read-claims.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { type PlayedSource, playSource } from './test-support/play-facts.ts';
import { type PlayedVault, playUma } from './test-support/play-vault.ts';

const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?year ?amount ?source WHERE {
  GRAPH ?graph { ?person g:income [ g:year ?year ; g:amount ?amount ] }
  ?graph prov:wasAttributedTo ?source
}`;

describe(readClaims, () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let uma: PlayedVault;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    world.authority.participants.sources.push(source.participant);
  });
  beforeEach(async () => {
    world.records.length = 0;
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
  });

  async function granted(resources = ['facts/income/'], overrides = {}, expires?: Date) {
    const asked = await world.agency.requestAccess(world.question(overrides));
    if (asked.status !== 'requested') throw new Error(asked.status);
    const consent = {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: resources.map((path) => new URL(path, world.storage).href),
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    };
    return world.authority.decide('SolidAccessGrant', world.citizen, consent, expires);
  }
  const vaultReads = () => world.vault.seen.filter(({ headers }) => headers.authorization);

  it('says for which purpose it reads, where the agency does', async () => {
    const purposes = ['ServiceProvision', 'Marketing'].map((one) => `https://w3id.org/dpv#${one}`);
    const [purpose = ''] = purposes;
    const id = await granted(undefined, { purpose: purposes });
    await world.agency.readClaims(id, { query, purpose });
    await world.agency.readClaims(id, { query });
    expect(uma.exchanges.map((form) => form.get('purpose'))).toEqual([purpose, null]);
  });

  it('answers the query over verified claims, with their source', async () => {
    const outcome = await world.agency.readClaims(await granted(), { query });
    expect(outcome).toMatchObject({
      status: 'read',
      answer: {
        form: 'select',
        rows: [
          {
            year: { value: '2025' },
            amount: { value: '23400.00' },
            source: { value: source.participant.id },
          },
        ],
      },
      claims: [{ claimType: g.IncomeCredential }],
      leftOut: [],
    });
  });

  it('says which of what it read the citizen disputes', async () => {
    const about = (path: string) => ({
      id: `${world.authority.url}v1/corrections/${path}`,
      resource: new URL(path, world.storage).href,
      ...{ credential: 'urn:uuid:1', claimType: g.IncomeCredential },
      ...({ state: 'disputed', disputedAt: '2026-11-22T09:00:00Z' } as const),
    });
    const read = about('facts/income/2025');
    world.authority.disputed.push(read, about('facts/home/residence'));
    const outcome = await world.agency.readClaims(await granted(), { query });
    expect(outcome).toMatchObject({ status: 'read', disputed: [read] });
    const asked = world.authority.seen.find(({ path }) => path.startsWith('/v1/disputed-facts'));
    expect(new URL(asked?.path ?? '', world.authority.url).searchParams.get('citizen')).toBe(
      world.citizen,
    );
    world.authority.disputed.length = 0;
    expect(await world.agency.readClaims(await granted(), { query })).toMatchObject({
      disputed: [],
    });
  });

  it('keeps one processing record a read, with a pseudonym for the citizen', async () => {
    const processingActivity = 'https://register.example/schuldhulp/3';
    const grant = await granted(undefined, { processingActivity });
    await world.agency.readClaims(grant, { query });
    await world.agency.readClaims(grant, { query });
    expect(world.records).toHaveLength(2);
    const [first, second] = world.records;
    expect(first).toMatchObject({
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      status: 'Ok',
      attributes: {
        'dpl.core.processing_activity_id': processingActivity,
        'dpl.core.data_subject_id': expect.stringMatching(/^[0-9a-f]{64}$/),
        'dpl.core.data_subject_id_type': g.PseudonymousWebId,
        'grondslag.access_grant': grant,
      },
    });
    expect(first?.end_time).toBeGreaterThanOrEqual(first?.start_time ?? Number.NaN);
    expect(second?.trace_id).not.toBe(first?.trace_id);
    expect(second?.attributes['dpl.core.data_subject_id']).toBe(
      first?.attributes['dpl.core.data_subject_id'],
    );
    expect(JSON.stringify(first)).not.toContain('anna');
  });

  it('sends the trace of the caller to authority and vault', async () => {
    const grant = await granted();
    world.vault.seen.length = 0;
    world.authority.seen.length = 0;
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await world.agency.readClaims(grant, { query, traceparent });
    const [record] = world.records;
    expect(record).toMatchObject({
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      parent_span_id: '00f067aa0ba902b7',
    });
    const expected = `00-${record?.trace_id}-${record?.span_id}-01`;
    const seen = [...world.vault.seen, ...world.authority.seen];
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen.map(({ headers }) => headers['traceparent']))).toEqual(new Set([expected]));
  });

  it('hands nothing over when the processing record cannot be kept', async () => {
    const agency = world.createAgency({
      recordProcessing: () => Promise.reject(new Error('disk full')),
    });
    const reading = agency.readClaims(await granted(), { query });
    await expect(reading).rejects.toMatchObject({ code: 'log_unavailable' });
    await agency.close();
  });

  it('hands nothing over when the citizen withdraws in the middle of a read', async () => {
    uma.facts.set('/anna/facts/income/2024', await source.income(world.citizen));
    const grant = await granted();
    const vault = world.vault.answer;
    world.vault.answer = (request) => {
      if (request.path !== '/anna/facts/income/2024') return vault(request);
      world.authority.revoked.add(grant);
      world.authority.token = () => ({ status: 403, body: { error: 'invalid_grant' } });
      return { status: 401 };
    };
    const outcome = await world.agency.readClaims(grant, { query });
    expect(outcome).toMatchObject({ status: 'no-access', reason: 'withdrawn' });
    expect(JSON.stringify(outcome)).not.toContain('23400');
    expect(world.records).toMatchObject([{ status: 'Error' }]);
  });

  it('gives what could be read when one resource is refused and the access goes on', async () => {
    const grant = await granted(['facts/income/2025', 'facts/income/2024']);
    const vault = world.vault.answer;
    world.vault.answer = (request) =>
      request.path === '/anna/facts/income/2024' ? { status: 401 } : vault(request);
    const outcome = await world.agency.readClaims(grant, { query });
    expect(outcome).toMatchObject({
      status: 'read',
      leftOut: [{ reason: 'not_readable', detail: 'HTTP 401' }],
    });
  });

  it.each([
    ['is no SPARQL', 'give me everything'],
    ['asks elsewhere', 'SELECT * WHERE { SERVICE <https://elsewhere.example/> { ?s ?p ?o } }'],
    ['changes something', 'INSERT DATA { <urn:a> <urn:b> <urn:c> }'],
  ])('contacts nobody when the query %s', async (_, refused) => {
    const grant = await granted();
    const before = world.authority.seen.length + world.vault.seen.length;
    const reading = world.agency.readClaims(grant, { query: refused });
    await expect(reading).rejects.toMatchObject({ code: 'query_refused' });
    expect(world.authority.seen.length + world.vault.seen.length).toBe(before);
    expect(world.records).toEqual([]);
  });

  it('leaves out what is revoked or changed, says why, and does not pass on its content', async () => {
    uma.facts.set('/anna/facts/income/2024', await source.income(world.citizen, 7));
    const changed = (await source.income(world.citizen)).replace('23400.00', '1.00');
    uma.facts.set('/anna/facts/income/2023', changed);
    const outcome = await world.agency.readClaims(await granted(), { query });
    if (outcome.status !== 'read') throw new Error(outcome.status);
    expect(outcome.claims).toHaveLength(1);
    expect(outcome.leftOut.map(({ reason }) => reason).sort()).toEqual([
      'invalid_proof',
      'revoked',
    ]);
    expect(outcome.leftOut.every((left) => !('fact' in left))).toBe(true);
  });

  it('leaves out what is older than the need allows: too_old', async () => {
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen, 1, 31));
    const read = async (maxAgeDays: number) => {
      const needs = world.question().needs.map((need) => ({ ...need, maxAgeDays }));
      return await world.agency.readClaims(await granted(undefined, { needs }), { query });
    };
    expect(await read(31)).toMatchObject({
      status: 'not-verified',
      leftOut: [{ reason: 'too_old' }],
    });
    expect(await read(32)).toMatchObject({ status: 'read', leftOut: [] });
  });

  it('does not use a kind of fact that was not asked for, though it lies in a granted container', async () => {
    uma.facts.set('/anna/facts/income/household', await source.household(world.citizen));
    const outcome = await world.agency.readClaims(await granted(), { query });
    expect(outcome).toMatchObject({
      status: 'read',
      claims: [{ claimType: g.IncomeCredential }],
      leftOut: [{ reason: 'unknown_claim', detail: 'not asked for' }],
    });
  });

  it('does not fetch what was granted but never asked for', async () => {
    world.vault.seen.length = 0;
    const grant = await granted(['facts/income/2025', 'diary/today']);
    await world.agency.readClaims(grant, { query });
    expect(vaultReads().map(({ path }) => path)).toEqual(['/anna/facts/income/2025']);
  });

  it('says that nothing was verified, with the other route', async () => {
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen, 7));
    const outcome = await world.agency.readClaims(await granted(), { query });
    expect(outcome).toMatchObject({
      status: 'not-verified',
      leftOut: [{ reason: 'revoked' }],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
    });
    expect(world.records).toHaveLength(1);
  });

  it('has no access after a withdrawal: nothing is read and nothing recorded', async () => {
    const grant = await granted();
    world.authority.revoked.add(grant);
    world.authority.token = () => ({ status: 400, body: { error: 'invalid_grant' } });
    world.vault.seen.length = 0;
    expect(await world.agency.readClaims(grant, { query })).toEqual({
      status: 'no-access',
      reason: 'withdrawn',
      detail: 'The citizen has withdrawn the permission.',
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
    });
    expect(vaultReads()).toEqual([]);
    expect(world.records).toEqual([]);
  });

  it('has no access when the token is not renewed halfway, and records that something was read', async () => {
    const grant = await granted();
    uma.expiresInSeconds = 5; // ends at once, given the margin
    const { token } = world.authority;
    world.authority.token = (request) =>
      uma.exchanges.length === 0
        ? token(request)
        : { status: 403, body: { error: 'request_denied' } };
    const outcome = await world.agency.readClaims(grant, { query });
    expect(outcome).toMatchObject({ status: 'no-access', reason: 'refused' });
    expect(world.records).toMatchObject([{ status: 'Error' }]);
  });

  it('has no access after the end date', async () => {
    const grant = await granted(undefined, {}, new Date(Date.now() - 1000));
    expect(await world.agency.readClaims(grant, { query })).toMatchObject({
      status: 'no-access',
      reason: 'expired',
    });
  });

  it('has no access under a grant the authority does not show it', async () => {
    const unknown = `${world.authority.url}vc/00000000-0000-4000-8000-000000000000`;
    expect(await world.agency.readClaims(unknown, { query })).toMatchObject({
      status: 'no-access',
      reason: 'unknown-grant',
    });
  });

  it('refuses a grant that answers no request: then there is no purpose', async () => {
    const consent = {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [world.storage],
      isProvidedTo: world.webId,
    };
    const grant = world.authority.decide('SolidAccessGrant', world.citizen, consent);
    await expect(world.agency.readClaims(grant, { query })).rejects.toMatchObject({
      code: 'grant_without_request',
    });
  });
});
