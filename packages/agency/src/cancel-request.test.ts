import { acl, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelRequest } from './cancel-request.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';

describe(cancelRequest, () => {
  let world: PlayedWorld;
  beforeAll(async () => {
    world = await playWorld();
  });
  afterAll(() => world.close());

  async function ask() {
    const outcome = await world.agency.requestAccess(world.question());
    if (outcome.status !== 'requested') throw new Error(outcome.status);
    return outcome.request.id;
  }

  it('takes a question back, once or twice', async () => {
    const id = await ask();
    expect(await world.agency.cancelRequest(id)).toMatchObject({ status: 'canceled' });
    expect(await world.agency.cancelRequest(id)).toMatchObject({ status: 'canceled' });
  });

  it('tells of the decision when the citizen was first', async () => {
    const id = await ask();
    world.authority.decide('SolidAccessGrant', world.citizen, {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [`${world.storage}facts/income/2025`],
      isProvidedTo: world.webId,
      verifiedRequest: id,
    });
    expect(await world.agency.cancelRequest(id)).toMatchObject({ status: 'granted' });
  });

  it('fails when the authority refuses', async () => {
    const id = await ask();
    const { answer } = world.authority;
    world.authority.answer = (request) =>
      request.path === '/status' ? { status: 503 } : answer(request);
    await expect(world.agency.cancelRequest(id)).rejects.toMatchObject({
      code: 'peer_unreachable',
    });
    world.authority.answer = answer;
  });
});
