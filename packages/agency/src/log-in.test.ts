import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgencySession } from './log-in.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';

describe(createAgencySession, () => {
  let world: PlayedWorld;
  beforeAll(async () => {
    world = await playWorld();
  });
  afterAll(() => world.close());

  const logins = () => world.identityProvider.seen.filter(({ path }) => path === '/token').length;

  it('logs in once for many requests, and again before the token of 600 s ends', async () => {
    let now = Date.now();
    const agency = world.createAgency({ now: () => new Date(now) });
    const before = logins();
    await Promise.all([1, 2, 3].map(() => agency.requestAccess(world.question())));
    expect(logins() - before).toBe(1);
    now += 530_000;
    await agency.requestAccess(world.question({ expiresAt: new Date(now + 3_600_000) }));
    expect(logins() - before).toBe(1);
    now += 15_000;
    await Promise.all(
      [1, 2, 3].map(() =>
        agency.requestAccess(world.question({ expiresAt: new Date(now + 3_600_000) })),
      ),
    );
    expect(logins() - before).toBe(2);
  });

  it('logs in once more when the authority does not accept the token', async () => {
    const agency = world.createAgency();
    const { answer } = world.authority;
    let refusals = 1;
    world.authority.answer = (request) =>
      request.path === '/issue' && refusals-- > 0 ? { status: 401 } : answer(request);
    const before = logins();
    const outcome = await agency.requestAccess(world.question());
    world.authority.answer = answer;
    expect(outcome.status).toBe('requested');
    expect(logins() - before).toBe(2);
  });

  it('does not leak the secret when the login is refused', async () => {
    const clientSecret = 'wrong but still secret';
    const agency = world.createAgency({ clientSecret });
    const error = await agency.requestAccess(world.question()).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'login_refused' });
    expect(`${error.stack}${JSON.stringify(error)}${error.cause}`).not.toContain(clientSecret);
  });

  it('refuses a login that is of another WebID', async () => {
    const agency = world.createAgency({ webId: `${world.vault.url}other/profile/card#me` });
    await expect(agency.requestAccess(world.question())).rejects.toMatchObject({
      code: 'login_refused',
    });
  });
});
