import { acl, gc } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { Income } from './kinds/kit-kinds.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { type PlayedSource, playSource } from './test-support/play-facts.ts';
import { playUma } from './test-support/play-vault.ts';

const reason = new Error('The visitor left.');

describe('an agency until a signal', () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    world.authority.participants.sources.push(source.participant);
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
  });

  async function granted() {
    const asked = await world.agency.requestAccess(world.question());
    assert(asked.status === 'requested');
    return world.authority.decide('SolidAccessGrant', world.citizen, {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [`${world.storage}facts/income/`],
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    });
  }

  it('does what it did, before the signal', async () => {
    const uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
    const bound = world.agency.until(new AbortController().signal);
    expect(await bound.readClaims(await granted(), Income)).toMatchObject({ status: 'read' });
  });

  it('hands nothing over when the signal comes in the middle of a read, and records that something was read', async () => {
    const uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
    const grant = await granted();
    world.records.length = 0;
    const leaving = new AbortController();
    const vault = world.vault.answer;
    world.vault.answer = (request) => {
      if (request.path !== '/anna/facts/income/2025') return vault(request);
      leaving.abort(reason);
      return new Promise(() => undefined);
    };
    const reading = world.agency.until(leaving.signal).readClaims(grant, Income);
    await expect(reading).rejects.toBe(reason);
    await expect.poll(() => world.records).toMatchObject([{ status: 'Error' }]);
    world.vault.answer = vault;
  });

  it('begins nothing after the signal', async () => {
    const bound = world.agency.until(AbortSignal.abort(reason));
    world.authority.seen.length = 0;
    await expect(bound.requestAccess(world.question())).rejects.toBe(reason);
    await expect(bound.listObjections()).rejects.toBe(reason);
    await expect(
      bound.waitForDecision(`${world.authority.url}vc/1`, { timeoutSeconds: 1 }),
    ).rejects.toBe(reason);
    expect(world.authority.seen).toEqual([]);
  });

  it('drops what hangs at the authority, and the next call is not hindered', async () => {
    const { answer } = world.authority;
    const leaving = new AbortController();
    world.authority.answer = (request) => {
      if (request.path !== '/issue') return answer(request);
      leaving.abort(reason);
      return new Promise(() => undefined);
    };
    const asking = world.agency.until(leaving.signal).requestAccess(world.question());
    await expect(asking).rejects.toBe(reason);
    world.authority.answer = answer;
    expect(await world.agency.requestAccess(world.question())).toMatchObject({
      status: 'requested',
    });
  });
});
