import {
  ComposedAuxiliaryStrategy,
  PodStorageLocationStrategy,
  RoutingAuxiliaryStrategy,
  SuffixAuxiliaryIdentifierStrategy,
  SuffixIdentifierGenerator,
} from '@solid/community-server';
import { describe, expect, it } from 'vitest';
import { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { TrustedAuthority } from '../trusted-authority.ts';
import { PlacedContainers } from './placed-containers.ts';

const server = 'https://vault.example/';
const acl = new SuffixAuxiliaryIdentifierStrategy('.acl');
const meta = new SuffixAuxiliaryIdentifierStrategy('.meta');

const secret = 'x'.repeat(32);
const authority = 'https://authority.example/';
const health = new TrustedAuthority('https://health.example/', secret, undefined, [
  `${server}an/facts/health/`,
]);

function placedIn(placedContainers: string[]): PlacedContainers {
  const settings = new GrondslagSettings(
    authority,
    '/queue',
    secret,
    undefined,
    false,
    [health],
    undefined,
    undefined,
    placedContainers,
  );
  return new PlacedContainers(
    settings,
    new PodStorageLocationStrategy(new SuffixIdentifierGenerator(server)),
    new RoutingAuxiliaryStrategy([
      new ComposedAuxiliaryStrategy(acl, undefined, undefined, true),
      new ComposedAuxiliaryStrategy(meta),
    ]),
  );
}

describe(PlacedContainers, () => {
  it.each([
    ['an/facts/', true],
    ['an/facts/income/2025', true],
    ['an/facts', true],
    ['an/facts/.meta', true],
    ['an/facts/income.acr', true], // a document like any other under Web Access Control
    ['an/official/tax/2025', true],
    ['bob/facts/income', true],
    ['an//facts/income', true],
    ['/an/facts/income', true],
    ['//an//facts//income', true],
    ['an/facts/.acl', false],
    ['an/facts/income.acl', false],
    ['an/', false],
    ['an/facts2/income', false],
    ['an/official/', false],
    ['an/other/facts/income', false],
    ['facts/income', false],
    ['', false],
  ])('tells of %s: %s', async (path, expected) => {
    const placed = placedIn(['facts/', 'official/tax/']);
    expect(await placed.hold({ path: `${server}${path}` })).toBe(expected);
  });

  it('are none until an operator names them', async () => {
    expect(await placedIn([]).hold({ path: `${server}an/facts/income` })).toBe(false);
  });

  it.each([
    ['a source', { source: true }, 'income', true],
    ['a source, where another authority decides', { source: true }, 'health/2025', false],
    ['a source of that authority', { source: true, iss: health.url }, 'health/2025', true],
    ['a source of an authority unknown here', { source: true, iss: server }, 'income', false],
    ['an agency', {}, 'income', false],
    ['lawful access', { source: true, legal_basis: 'https://example.org/e' }, 'income', false],
  ] as const)('says whether %s writes in them', (_, claims, path, expected) => {
    const accessGrant = new AccessGrantCredentials({
      iss: authority,
      aud: server,
      sub: 'https://source.example/profile#this',
      jti: 'a7f0b5b4-6f1c-4e4c-8a37-0b3f2b8f6c11',
      iat: 0,
      exp: 60,
      grant: `${authority}vc/1`,
      owner: `${server}an/profile/card#me`,
      permissions: [{ resource: `${server}an/facts/`, modes: ['write'], inherit: true }],
      ...claims,
    });
    const resource = { path: `${server}an/facts/${path}` };
    const placed = placedIn(['facts/']);
    expect(placed.areWrittenBy({ accessGrant }, resource)).toBe(expected);
    const owner = { agent: { webId: `${server}an/profile/card#me` } };
    expect(placed.areWrittenBy(owner, resource)).toBe(false);
  });
});
