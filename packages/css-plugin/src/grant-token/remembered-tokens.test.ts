import { describe, expect, it } from 'vitest';
import { AccessGrantCredentials } from './access-grant-credentials.ts';
import { RememberedTokens } from './remembered-tokens.ts';

const credentials = new AccessGrantCredentials({
  iss: 'https://authority.example/',
  aud: 'https://vault.example/',
  sub: 'https://agency.example/profile#this',
  jti: 'a7f0b5b4-6f1c-4e4c-8a37-0b3f2b8f6c11',
  iat: 0,
  exp: 60,
  grant: 'https://authority.example/vc/1',
  owner: 'https://vault.example/an/profile/card#me',
  permissions: [{ resource: 'https://vault.example/an/', modes: ['read'], inherit: true }],
});

describe(RememberedTokens, () => {
  it('holds a bounded number, and lets go of the one not used for longest', () => {
    const tokens = new RememberedTokens({ maxTokens: 3 });
    const untilMs = Number.POSITIVE_INFINITY;
    for (const jwt of ['a', 'b', 'c']) tokens.add(jwt, { credentials, untilMs });
    tokens.get('a');
    tokens.add('d', { credentials, untilMs });
    const held = ['a', 'b', 'c', 'd'].filter((jwt) => tokens.get(jwt));
    expect(held).toEqual(['a', 'c', 'd']);
  });
});
