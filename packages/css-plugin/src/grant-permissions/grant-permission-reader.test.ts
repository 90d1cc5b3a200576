import type { TokenPermission } from '@grondslag/protocol';
import {
  AccessMode,
  type AclPermissionSet,
  IdentifierMap,
  IdentifierSetMultiMap,
  PermissionReader,
  type PermissionReaderInput,
  UnionPermissionReader,
} from '@solid/community-server';
import { describe, expect, it } from 'vitest';
import { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { TrustedAuthority } from '../trusted-authority.ts';
import { GrantPermissionReader } from './grant-permission-reader.ts';

const an = 'https://vault.example/an/';
const owner = `${an}profile/card#me`;

const secret = 'x'.repeat(32);
const authority = 'https://authority.example/';
const other = 'https://other.example/';
const settings = new GrondslagSettings(authority, '/queue', secret, undefined, false, [
  new TrustedAuthority(other, secret, undefined, [`${an}health/`]),
]);

/** Own rules of a vault: An controls everything in it. As the server's own, it gives resources one shared object. */
class OwnRules extends PermissionReader {
  override async handle({ credentials, requestedModes }: PermissionReaderInput) {
    const set: AclPermissionSet = {};
    if (credentials.agent?.webId === owner) Object.assign(set, { read: true, control: true });
    return new IdentifierMap(
      [...requestedModes.distinctKeys()].map((resource) => [resource, set] as const),
    );
  }
}

async function read(
  resources: string[],
  permissions: TokenPermission[],
  { grantor = owner, whole = false, issuer = authority } = {},
) {
  const grantReader = new GrantPermissionReader(settings, new OwnRules());
  const reader = whole ? new UnionPermissionReader([new OwnRules(), grantReader]) : grantReader;
  const accessGrant = new AccessGrantCredentials({
    iss: issuer,
    aud: 'https://vault.example/',
    sub: 'https://agency.example/profile#this',
    jti: 'a7f0b5b4-6f1c-4e4c-8a37-0b3f2b8f6c11',
    iat: 0,
    exp: 60,
    grant: 'https://authority.example/vc/1',
    owner: grantor,
    permissions,
  });
  const requestedModes = new IdentifierSetMultiMap<AccessMode>(
    resources.map((path) => [{ path }, AccessMode.read]),
  );
  const result = await reader.handleSafe({ credentials: { accessGrant }, requestedModes });
  return Object.fromEntries([...result].map(([{ path }, set]) => [path, set]));
}

describe(GrantPermissionReader, () => {
  it.each<[TokenPermission['modes'], object]>([
    [['read'], { read: true }],
    [['append'], { append: true }],
    [['write'], { append: true, write: true }],
    [['read', 'write'], { read: true, append: true, write: true }],
  ])('turns %j into what the server calls it', async (modes, expected) => {
    const resource = `${an}note.txt`;
    expect(await read([resource], [{ resource, modes, inherit: true }])).toEqual({
      [resource]: expected,
    });
  });

  it('says nothing about resources the grant does not reach', async () => {
    const box: TokenPermission = { resource: `${an}box/`, modes: ['read'], inherit: false };
    expect(await read([`${an}box/`, `${an}box/a`, an, `${an}boxes`], [box])).toEqual({
      [`${an}box/`]: { read: true },
    });
  });

  it('joins permissions that reach the same resource', async () => {
    expect(
      await read(
        [`${an}box/a`],
        [
          { resource: `${an}box/`, modes: ['read'], inherit: true },
          { resource: `${an}box/a`, modes: ['append'], inherit: true },
        ],
      ),
    ).toEqual({ [`${an}box/a`]: { read: true, append: true } });
  });

  it('gives nothing when the grantor does not control the resource', async () => {
    const resource = `${an}note.txt`;
    const permission: TokenPermission = { resource, modes: ['read'], inherit: true };
    const grantor = 'https://vault.example/bob/profile/card#me';
    expect(await read([resource], [permission], { grantor })).toEqual({});
  });

  it('counts only where its authority is trusted', async () => {
    const everything: TokenPermission = { resource: an, modes: ['read'], inherit: true };
    const resources = [`${an}note.txt`, `${an}health/`, `${an}health/file`];
    expect(await read(resources, [everything])).toEqual({ [`${an}note.txt`]: { read: true } });
    expect(await read(resources, [everything], { issuer: other })).toEqual({
      [`${an}health/`]: { read: true },
      [`${an}health/file`]: { read: true },
    });
    expect(await read(resources, [everything], { issuer: 'https://third.example/' })).toEqual({});
  });

  it('never opens access control documents, nor passes on control', async () => {
    const everything: TokenPermission = { resource: an, modes: ['read', 'write'], inherit: true };
    const resources = [`${an}.acl`, `${an}note.txt.acl`, `${an}.acr`];
    expect(await read(resources, [everything])).toEqual({});
    const sets = await read([`${an}note.txt`], [everything], { whole: true });
    expect(sets[`${an}note.txt`]).toEqual({ read: true, append: true, write: true });
  });

  it('does not spread from one resource to another with the same rules', async () => {
    const granted: TokenPermission = { resource: `${an}a`, modes: ['read'], inherit: true };
    expect(await read([`${an}a`, `${an}b`], [granted], { whole: true })).toEqual({
      [`${an}a`]: { read: true },
      [`${an}b`]: {},
    });
  });

  it('stays out of requests without a grant', async () => {
    const input = {
      credentials: { agent: { webId: owner } },
      requestedModes: new IdentifierSetMultiMap<AccessMode>(),
    };
    await expect(
      new GrantPermissionReader(settings, new OwnRules()).canHandle(input),
    ).rejects.toMatchObject({
      statusCode: 501,
    });
    const forged = { ...input, credentials: { accessGrant: { owner, permissions: [] } } };
    await expect(
      new GrantPermissionReader(settings, new OwnRules()).canHandle(forged),
    ).rejects.toMatchObject({ statusCode: 501 });
  });
});
