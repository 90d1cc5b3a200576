import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseConfig } from '../config.ts';
import { listPlaceholders } from './list-placeholders.ts';

const secret = () => randomBytes(32).toString('hex');
const good = {
  baseUrl: 'https://access.gov.nl/',
  port: 1,
  dataFolder: 'data',
  vaults: [
    { baseUrl: 'https://vault.gov.nl/', secret: secret() },
    { baseUrl: 'http://localhost:7100/', secret: secret() },
  ],
  oidcIssuers: ['https://vault.gov.nl/'],
  participants: {
    agencies: [{ webId: 'https://id.gov.nl/#me', name: { nl: 'Dienst', en: 'Agency' } }],
    sources: [],
  },
};

function settings(members: object): string[] {
  // As from a file: without the members that are undefined.
  const config: unknown = JSON.parse(JSON.stringify({ ...good, ...members }));
  return listPlaceholders(parseConfig(config)).map(({ setting }) => setting);
}

it('finds nothing in a configuration somebody thought about', () => {
  expect(settings({})).toEqual([]);
});

it.each([
  ['the host of an example', { baseUrl: 'https://access.example/' }, 'baseUrl'],
  ['a host of example.com', { oidcIssuers: ['https://idp.example.com/'] }, 'oidcIssuers'],
  ['http that is not loopback', { baseUrl: 'http://access.gov.nl/' }, 'baseUrl'],
  ['http to an agency', { webIds: ['http://agency.gov.nl/'] }, 'webIds'],
  [
    'the secret of an example',
    {
      vaults: [
        { baseUrl: 'https://v.gov.nl/', secret: 'at least 32 bytes, shared with that SECRET' },
      ],
    },
    'vaults',
  ],
  [
    'a secret of one character',
    { vaults: [{ baseUrl: 'https://v.gov.nl/', secret: 'a'.repeat(32) }] },
    'vaults',
  ],
  [
    'a password of an example',
    { dataFolder: undefined, databaseUrl: 'postgres://grondslag:change-me@localhost/grondslag' },
    'databaseUrl',
  ],
  [
    'a database on another machine without TLS',
    { dataFolder: undefined, databaseUrl: 'postgres://grondslag:7f3a91@db.gov.nl/grondslag' },
    'databaseUrl',
  ],
  ['nobody known', { participants: { agencies: [], sources: [] } }, 'participants'],
])('finds %s', (_what, members, setting) => {
  expect(settings(members)).toEqual([setting]);
});

it('finds one secret for two vault servers', () => {
  const shared = secret();
  const vaults = good.vaults.map(({ baseUrl }) => ({ baseUrl, secret: shared }));
  expect(settings({ vaults })).toEqual(['vaults']);
});
