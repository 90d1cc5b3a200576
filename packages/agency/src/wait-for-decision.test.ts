import type { ServerResponse } from 'node:http';
import { acl, g, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventAbout } from './test-support/event-about.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { waitForDecision } from './wait-for-decision.ts';

describe(waitForDecision, () => {
  let world: PlayedWorld;
  const once = { timeoutSeconds: 0 };
  const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };
  beforeAll(async () => {
    world = await playWorld();
  });
  afterAll(() => world.close());

  async function ask(overrides = {}) {
    const outcome = await world.agency.requestAccess(world.question(overrides));
    if (outcome.status !== 'requested') throw new Error(outcome.status);
    return outcome.request;
  }
  const yes = (request: string, resources: string[], extra = {}) => ({
    mode: [acl.Read],
    hasStatus: gc.ConsentStatusExplicitlyGiven,
    forPersonalData: resources,
    isProvidedTo: world.webId,
    verifiedRequest: request,
    ...extra,
  });
  const no = (request: string, extra = {}) => ({
    ...yes(request, [`${world.storage}facts/income/`]),
    hasStatus: gc.ConsentStatusDenied,
    ...extra,
  });

  it('is pending, with the other route, while the citizen has not decided', async () => {
    const { id } = await ask();
    expect(await world.agency.waitForDecision(id, once)).toEqual({ status: 'pending', otherRoute });
  });

  it('returns the grant as soon as there is one, and the needs of which nothing was granted', async () => {
    const { id } = await ask();
    const waiting = world.agency.waitForDecision(id, { timeoutSeconds: 5, pollSeconds: 0.05 });
    const resources = [`${world.storage}facts/income/2025`];
    const grant = world.authority.decide('SolidAccessGrant', world.citizen, yes(id, resources));
    expect(await waiting).toMatchObject({
      status: 'granted',
      grant: { id: grant },
      notGranted: [{ claimType: g.ResidenceCredential }],
    });
  });

  it('counts a grant that does not inherit as nothing of what is inside', async () => {
    const { id } = await ask();
    const consent = yes(id, [world.storage], { inherit: false });
    world.authority.decide('SolidAccessGrant', world.citizen, consent);
    const outcome = await world.agency.waitForDecision(id, once);
    expect(outcome).toMatchObject({ status: 'granted', notGranted: [{}, {}] });
  });

  it('passes on the reason of a denial, in the words of the citizen', async () => {
    const { id } = await ask();
    const consent = no(id, { [g.reason]: 'Ik kom liever langs.' });
    world.authority.decide('SolidAccessDenial', world.citizen, consent);
    expect(await world.agency.waitForDecision(id, once)).toEqual({
      status: 'denied',
      reason: 'Ik kom liever langs.',
      otherRoute,
    });
  });

  it('needs no reason for a denial', async () => {
    const { id } = await ask();
    world.authority.decide('SolidAccessDenial', world.citizen, no(id));
    expect(await world.agency.waitForDecision(id, once)).toEqual({ status: 'denied', otherRoute });
  });

  it.each(['by somebody else', 'to another agency'])(
    'trusts no decision %s, even when the authority hands it out as an answer',
    async (which) => {
      const { id } = await ask();
      const stranger = `${world.vault.url}bob/profile/card#me`;
      const isOther = which === 'to another agency';
      const consent = yes(id, [world.storage], isOther ? { isProvidedTo: stranger } : {});
      const by = isOther ? world.citizen : stranger;
      const grant = world.authority.decide('SolidAccessGrant', by, consent);
      const { answer } = world.authority;
      let isHandedOut = false;
      world.authority.answer = (request) => {
        if (!request.path.includes('type=SolidAccessGrant')) return answer(request);
        isHandedOut = true;
        return { body: { items: world.authority.credentials.filter((one) => one.id === grant) } };
      };
      const outcome = await world.agency.waitForDecision(id, once);
      world.authority.answer = answer;
      expect(outcome).toMatchObject({ status: 'pending' });
      expect(isHandedOut).toBe(true);
    },
  );

  it('takes no decision on another request for this one', async () => {
    const { id } = await ask();
    const other = await ask();
    world.authority.decide('SolidAccessGrant', world.citizen, yes(other.id, [world.storage]));
    expect(await world.agency.waitForDecision(id, once)).toMatchObject({ status: 'pending' });
  });

  it('knows a request that was taken back, and one that ended', async () => {
    const canceled = await ask();
    world.authority.revoked.add(canceled.id);
    expect(await world.agency.waitForDecision(canceled.id, once)).toEqual({
      status: 'canceled',
      otherRoute,
    });
    const short = await ask({ expiresAt: new Date(Date.now() + 50) });
    const outcome = await world.agency.waitForDecision(short.id, {
      timeoutSeconds: 5,
      pollSeconds: 0.05,
    });
    expect(outcome).toEqual({ status: 'expired', otherRoute });
  });

  it('is told by one stream of events for all who wait, and looks only for the request it is about', async () => {
    const [first, second] = [await ask(), await ask()];
    const { answer } = world.authority;
    const streams: ServerResponse[] = [];
    let looks = 0;
    world.authority.answer = (request) => {
      if (request.path.startsWith('/query') && !request.path.includes('page=')) looks += 1;
      if (request.path !== '/v1/events') return answer(request);
      return {
        headers: { 'content-type': 'text/event-stream' },
        stream(response) {
          response.write('id: 7\nretry: 1000\n\n');
          streams.push(response);
        },
      };
    };
    const wait = { timeoutSeconds: 30, pollSeconds: 30 };
    const waiting = [first, second].map(({ id }) => world.agency.waitForDecision(id, wait));
    await expect.poll(() => looks).toBeGreaterThanOrEqual(4);
    const income = [`${world.storage}facts/income/`];
    for (const [at, request] of [first, second].entries()) {
      const grant = world.authority.decide(
        'SolidAccessGrant',
        world.citizen,
        yes(request.id, income),
      );
      const event = eventAbout(grant, 8 + at);
      streams[0]?.write(`id: ${8 + at}\ndata: ${JSON.stringify(event)}\n\n`);
      expect(await waiting[at]).toMatchObject({ status: 'granted', grant: { id: grant } });
    }
    world.authority.answer = answer;
    // Of each: is it pending, twice; is it pending still, and is there a grant. None for the other's decision.
    expect(looks).toBeLessThanOrEqual(8);
    expect(streams).toHaveLength(1);
    await expect.poll(() => streams[0]?.destroyed).toBe(true);
  });

  it('goes on after a failed look, and fails when the last look failed', async () => {
    const { id } = await ask();
    const { answer } = world.authority;
    let failures = 1;
    world.authority.answer = (request) =>
      request.path.startsWith('/query') && failures-- > 0 ? { status: 503 } : answer(request);
    const wait = { timeoutSeconds: 0.1, pollSeconds: 0.05 };
    expect(await world.agency.waitForDecision(id, wait)).toMatchObject({ status: 'pending' });
    failures = 100;
    await expect(world.agency.waitForDecision(id, wait)).rejects.toMatchObject({
      code: 'peer_unreachable',
    });
    world.authority.answer = answer;
  });

  it('ends with the signal', async () => {
    const { id } = await ask();
    const signal = AbortSignal.timeout(50);
    const waiting = world.agency.waitForDecision(id, { timeoutSeconds: 60, signal });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('refuses an id that is not of the authority', async () => {
    const waiting = world.agency.waitForDecision('https://elsewhere.example/vc/1', once);
    await expect(waiting).rejects.toMatchObject({ code: 'credential_not_found' });
  });
});
