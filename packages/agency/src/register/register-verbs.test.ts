import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import type { SeenRequest } from '../test-support/play-server.ts';

describe('the register', () => {
  let world: PlayedWorld;
  const seen: SeenRequest[] = [];
  const contact = { email: 'contact@waterdam.example' };
  const participant = {
    ...{ webId: 'https://waterdam.example/#me', roles: ['agency' as const], keys: {} },
    ...{ name: { nl: 'Waterdam' }, kind: 'public-authority' as const },
    ...{ contact, dataProtectionOfficer: contact },
  };
  const decision = {
    ...{ decision: 'admitted' as const, reasons: 'Zo is besloten.' },
    by: { name: 'J. de Boer', role: 'beheerder' },
  };
  const admitted = {
    ...participant,
    admissions: [{ ...decision, at: '2026-12-01T09:00:00Z' }],
  };

  beforeAll(async () => {
    world = await playWorld();
    const others = world.authority.answer;
    world.authority.answer = (request) => {
      const { method, path, body } = request;
      if (!/^\/v1\/(register|processing-activities)/.test(path)) return others(request);
      seen.push(request);
      if (method === 'PUT') return { body: JSON.parse(body) };
      if (method === 'POST') return { status: 201, body: admitted };
      return { body: { items: path.includes('participants') ? [admitted] : [] } };
    };
  });
  afterAll(() => world.close());

  it('is read by whoever asks: who takes part, and what is done with data', async () => {
    expect(await world.agency.listParticipants()).toEqual([admitted]);
    expect(await world.agency.listActivities()).toEqual([]);
    expect(await world.agency.listActivities(participant.webId)).toEqual([]);
    expect(seen.at(-1)?.path).toContain(encodeURIComponent(participant.webId));
  });

  it('is written by an operator, whole or not at all', async () => {
    expect(await world.agency.recordParticipant(participant)).toEqual(participant);
    const { webId } = participant;
    expect(await world.agency.decideOnParticipant({ webId, ...decision })).toEqual(admitted);
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toEqual({ webId, ...decision });
    const before = seen.length;
    const nobody = { ...participant, webId: 'Waterdam' };
    await expect(world.agency.recordParticipant(nobody)).rejects.toThrow(TypeError);
    expect(seen).toHaveLength(before);
  });
});
