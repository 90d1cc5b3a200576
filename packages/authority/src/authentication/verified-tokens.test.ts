import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVerifiedTokens } from './verified-tokens.ts';

const caller = { webId: 'https://vault.example/bob/profile/card#me' };

describe('a verified token', () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  it('is believed for a minute, as it came', () => {
    const tokens = createVerifiedTokens();
    tokens.keep('DPoP a.b.c', { caller, jkt: 'k', exp: 600 });
    vi.setSystemTime(59_999);
    expect(tokens.find('DPoP a.b.c')).toMatchObject({ caller, jkt: 'k' });
    expect(tokens.find('Bearer a.b.c')).toBeUndefined();
    vi.setSystemTime(60_000);
    expect(tokens.find('DPoP a.b.c')).toBeUndefined();
  });

  it('is never believed beyond its end', () => {
    const tokens = createVerifiedTokens();
    tokens.keep('Bearer a.b.c', { caller, exp: 10 });
    vi.setSystemTime(9_999);
    expect(tokens.find('Bearer a.b.c')).toMatchObject({ caller });
    vi.setSystemTime(10_000);
    expect(tokens.find('Bearer a.b.c')).toBeUndefined();
  });

  it('makes place when there are very many', () => {
    const tokens = createVerifiedTokens();
    for (let count = 0; count <= 10_000; count++) tokens.keep(`${count}`, { caller, exp: 600 });
    expect(tokens.find('0')).toBeUndefined();
    expect(tokens.find('1')).toBeDefined();
    expect(tokens.find('10000')).toBeDefined();
  });
});
