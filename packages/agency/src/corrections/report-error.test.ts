import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import type { SeenRequest } from '../test-support/play-server.ts';

describe('reportError', () => {
  let world: PlayedWorld;
  const sent: SeenRequest[] = [];
  const id = '0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21';
  const access = 'https://access.example/vc/1';
  const fact = {
    resource: 'https://vault.example/anna/facts/income/2025',
    credential: 'urn:uuid:0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21',
    claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
    source: { id: 'https://income.example/' },
    // What was read beside it stays where it is.
    fact: { amount: '19475.50' },
  };
  const doubted = { fields: ['amount'], doubt: 'out-of-date' } as const;

  beforeAll(async () => {
    world = await playWorld();
    const others = world.authority.answer;
    world.authority.answer = (request) => {
      if (request.path !== '/v1/corrections') return others(request);
      sent.push(request);
      const { access: of, doubt, ...report } = JSON.parse(request.body);
      const correction = {
        ...{ id: `${world.authority.url}v1/corrections/${id}`, citizen: world.citizen, ...report },
        ...{ receivedAt: '2026-12-01T09:00:00Z', steps: [] },
        reportedBy: { agency: world.webId, access: of, doubt },
      };
      const answerBefore = '2027-01-01T09:00:00Z';
      return { status: 201, body: { correction, state: 'received', answerBefore } };
    };
  });
  afterAll(() => world.close());

  it('sends where the fact is, what it is called and which fields are doubted, and no value', async () => {
    const view = await world.agency.reportError(access, fact, doubted);
    expect(view.correction.reportedBy).toEqual({
      agency: world.webId,
      access,
      doubt: 'out-of-date',
    });
    const { fact: _, source, ...rest } = fact;
    expect(JSON.parse(sent.at(-1)?.body ?? '')).toEqual({
      ...{ ...rest, access, source: source.id, doubt: 'out-of-date' },
      fields: [{ name: 'amount' }],
    });
  });

  it('sends nothing that is not complete', async () => {
    const before = sent.length;
    const nothing = { ...doubted, fields: [] };
    await expect(async () => world.agency.reportError(access, fact, nothing)).rejects.toThrow(
      TypeError,
    );
    expect(sent).toHaveLength(before);
  });
});
