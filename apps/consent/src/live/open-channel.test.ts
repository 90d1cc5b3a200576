import { describe, expect, it } from 'vitest';
import { isAtVault, openChannel, renewalTime } from './open-channel.ts';

const vault = 'https://vault.example/';

describe('where a channel is received', () => {
  it('is the vault server itself, over TLS where the vault has it', () => {
    expect(isAtVault('wss://vault.example/.notifications/x', vault)).toBe(true);
    expect(isAtVault('ws://localhost:3000/x', 'http://localhost:3000/')).toBe(true);
  });

  it.each([
    'wss://elsewhere.example/',
    'ws://vault.example/',
    'wss://vault.example.elsewhere.example/',
    'wss://vault.example@elsewhere.example/',
    'https://vault.example/',
  ])('is refused: %s', (receiveFrom) => {
    expect(isAtVault(receiveFrom, vault)).toBe(false);
  });
});

describe('opening a channel', () => {
  const open = (answer: Response) =>
    openChannel(`${vault}facts/`, {
      ...{ service: `${vault}subscribe`, vault, fetch: async () => answer },
      ...{ onChange: () => undefined, onClose: () => undefined },
    });

  it('connects nowhere when the answer leads away from the vault', async () => {
    const answer = Response.json({ receiveFrom: 'wss://elsewhere.example/' });
    await expect(open(answer)).rejects.toThrow('not at the vault server');
  });

  it('is left when the vault refuses this one, and tried again after another failure', async () => {
    await expect(open(new Response(null, { status: 403 }))).resolves.toBeUndefined();
    await expect(open(new Response(null, { status: 500 }))).rejects.toThrow('got 500');
  });
});

describe('when a channel is replaced', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const seconds = (endAt?: string) => (renewalTime(now, endAt) - now) / 1_000;

  it('is a minute before its end', () => {
    expect(seconds('2026-11-22T12:05:00Z')).toBe(240);
  });

  it('is within nine minutes, and not at once by a clock that is wrong', () => {
    expect([seconds(), seconds('2027-01-01T00:00:00Z'), seconds('2026-11-22T09:00:00Z')]).toEqual([
      540, 540, 30,
    ]);
  });
});
