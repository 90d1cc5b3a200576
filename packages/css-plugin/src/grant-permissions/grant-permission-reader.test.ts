import type { RequestingPartyToken, TokenPermission } from '@grondslag/protocol';
import {
  AccessMode,
  type AclPermissionSet,
  AS,
  BaseActivityEmitter,
  IdentifierMap,
  IdentifierSetMultiMap,
  PermissionReader,
  type PermissionReaderInput,
  RepresentationMetadata,
  RootStorageLocationStrategy,
  RoutingAuxiliaryStrategy,
} from '@solid/community-server';
import { describe, expect, it, vi } from 'vitest';
import { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { PlacedContainers } from '../placed/placed-containers.ts';
import { TrustedAuthority } from '../trusted-authority.ts';
import { GrantPermissionReader } from './grant-permission-reader.ts';

const an = 'https://vault.example/an/';
const owner = `${an}profile/card#me`;

const metadata = new RepresentationMetadata();
const secret = 'x'.repeat(32);
const authority = 'https://authority.example/';
const other = 'https://other.example/';
const settings = new GrondslagSettings(
  authority,
  '/queue',
  secret,
  undefined,
  false,
  [new TrustedAuthority(other, secret, undefined, [`${an}health/`])],
  undefined,
  undefined,
  ['facts/'],
  true,
);
const placed = new PlacedContainers(
  settings,
  new RootStorageLocationStrategy(an),
  new RoutingAuxiliaryStrategy([]),
);

/** Own rules of a vault: An controls everything in it. As the server's own, it gives resources one shared object. */
class OwnRules extends PermissionReader {
  everyone: AclPermissionSet = {};
  controller = owner;
  evaluations = 0;
  override async handle({ credentials, requestedModes }: PermissionReaderInput) {
    this.evaluations += 1;
    const set: AclPermissionSet = { ...this.everyone };
    const isController = credentials.agent?.webId === this.controller;
    if (isController) Object.assign(set, { read: true, control: true });
    return new IdentifierMap(
      [...requestedModes.distinctKeys()].map((resource) => [resource, set] as const),
    );
  }
}

class Changes extends BaseActivityEmitter {}

interface Given {
  readonly grantor?: string;
  readonly issuer?: string;
  readonly rules?: OwnRules;
  readonly reader?: GrantPermissionReader;
  readonly mode?: AccessMode;
  readonly claims?: Partial<RequestingPartyToken>;
}

async function read(
  resources: string[],
  permissions: TokenPermission[],
  {
    grantor = owner,
    issuer = authority,
    rules = new OwnRules(),
    reader = new GrantPermissionReader(settings, placed, rules, new Changes()),
    mode = AccessMode.read,
    claims = {},
  }: Given = {},
) {
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
    ...claims,
  });
  const requestedModes = new IdentifierSetMultiMap<AccessMode>(
    resources.map((path) => [{ path }, mode]),
  );
  const result = await reader.handleSafe({ credentials: { accessGrant }, requestedModes });
  const sets = [...result].filter(([, set]) => Object.keys(set).length > 0);
  return Object.fromEntries(sets.map(([{ path }, set]) => [path, set]));
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

  it('reads in lawful access what a source placed, and does nothing else', async () => {
    const everything: TokenPermission = {
      resource: an,
      modes: ['read', 'append', 'write'],
      inherit: true,
    };
    const resources = [an, `${an}note.txt`, `${an}facts/`, `${an}facts/income/2025`, `${an}facts2`];
    const claims = { legal_basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e' };
    const expected = {
      [`${an}facts/`]: { read: true },
      [`${an}facts/income/2025`]: { read: true },
    };
    expect(await read(resources, [everything], { claims })).toEqual(expected);
    const asSource = { ...claims, source: true } as const;
    expect(await read(resources, [everything], { claims: asSource })).toEqual(expected);
    const rules = new OwnRules();
    rules.everyone = { read: true, append: true };
    expect(await read(resources, [everything], { claims, rules })).toEqual(expected);
  });

  it('opens nothing in lawful access when its owner does not control it', async () => {
    const permission: TokenPermission = { resource: `${an}facts/`, modes: ['read'], inherit: true };
    const claims = { legal_basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e' };
    const grantor = 'https://vault.example/bob/profile/card#me';
    expect(await read([`${an}facts/a`], [permission], { claims, grantor })).toEqual({});
  });

  it('never opens access control documents, nor passes on control', async () => {
    const everything: TokenPermission = { resource: an, modes: ['read', 'write'], inherit: true };
    const resources = [`${an}.acl`, `${an}note.txt.acl`, `${an}.acr`];
    expect(await read(resources, [everything])).toEqual({});
    const sets = await read([`${an}note.txt`], [everything]);
    expect(sets[`${an}note.txt`]).toEqual({ read: true, append: true, write: true });
  });

  it('does not spread from one resource to another with the same rules', async () => {
    const granted: TokenPermission = { resource: `${an}a`, modes: ['read'], inherit: true };
    expect(await read([`${an}a`, `${an}b`], [granted])).toEqual({ [`${an}a`]: { read: true } });
  });

  it('adds to what everyone may do', async () => {
    const rules = new OwnRules();
    rules.everyone = { read: true };
    const granted: TokenPermission = { resource: `${an}a`, modes: ['append'], inherit: true };
    expect(await read([`${an}a`, `${an}b`], [granted], { rules })).toEqual({
      [`${an}a`]: { read: true, append: true },
      [`${an}b`]: { read: true },
    });
  });

  it('does not evaluate rules for everyone when the grant is enough', async () => {
    const rules = new OwnRules();
    const granted: TokenPermission = { resource: an, modes: ['append'], inherit: true };
    await read([`${an}a`], [granted], { rules, mode: AccessMode.append });
    expect(rules.evaluations).toBe(1);
    await read([`${an}a`], [granted], { rules, mode: AccessMode.read });
    expect(rules.evaluations).toBe(3);
  });

  it('leaves requests without a grant to the own rules', async () => {
    const reader = new GrantPermissionReader(settings, placed, new OwnRules(), new Changes());
    const note = { path: `${an}note.txt` };
    const requestedModes = new IdentifierSetMultiMap<AccessMode>([[note, AccessMode.read]]);
    for (const [credentials, expected] of [
      [{ agent: { webId: owner } }, { read: true, control: true }],
      [{ accessGrant: { owner, permissions: [] } }, {}],
    ]) {
      const result = await reader.handleSafe({ credentials: { ...credentials }, requestedModes });
      expect(result.get(note)).toEqual(expected);
    }
  });

  describe('remembers that the grantor has control', () => {
    const note = `${an}note.txt`;
    const granted: TokenPermission = { resource: an, modes: ['read'], inherit: true };

    it('for requests that come together and shortly after, for that grantor and resource', async () => {
      const rules = new OwnRules();
      const reader = new GrantPermissionReader(settings, placed, rules, new Changes());
      await Promise.all(Array.from({ length: 10 }, () => read([note], [granted], { reader })));
      await read([note], [granted], { reader });
      expect(rules.evaluations).toBe(1);
      const grantor = `${an}other#me`;
      expect(await read([note], [granted], { reader, grantor })).toEqual({});
      await read([`${an}other.txt`], [granted], { reader });
      expect(rules.evaluations).toBe(4); // with what everyone may do, once
    });

    it('for less than a second', async () => {
      vi.useFakeTimers({ toFake: ['performance', 'Date'] });
      try {
        const rules = new OwnRules();
        const reader = new GrantPermissionReader(settings, placed, rules, new Changes());
        expect(await read([note], [granted], { reader })).toEqual({ [note]: { read: true } });
        rules.controller = `${an}heir#me`;
        vi.advanceTimersByTime(850);
        expect(await read([note], [granted], { reader })).toEqual({ [note]: { read: true } });
        vi.advanceTimersByTime(50);
        expect(await read([note], [granted], { reader })).toEqual({});
      } finally {
        vi.useRealTimers();
      }
    });

    it.each([
      [`${an}.acl`, AS.terms.Update],
      [`${note}.acr`, AS.terms.Create],
      [note, AS.terms.Delete],
    ])('until %s changes here', async (path, activity) => {
      const changes = new Changes();
      const rules = new OwnRules();
      const reader = new GrantPermissionReader(settings, placed, rules, changes);
      await read([note], [granted], { reader });
      rules.controller = `${an}heir#me`;
      changes.emit('changed', { path: `${an}other.txt` }, AS.terms.Update, metadata);
      expect(await read([note], [granted], { reader })).toEqual({ [note]: { read: true } });
      changes.emit('changed', { path }, activity, metadata);
      expect(await read([note], [granted], { reader })).toEqual({});
    });

    it('not when the evaluation fails', async () => {
      const rules = new OwnRules();
      const reader = new GrantPermissionReader(settings, placed, rules, new Changes());
      const original = rules.handle.bind(rules);
      rules.handle = async () => {
        throw new Error('the disk is busy');
      };
      await expect(read([note], [granted], { reader })).rejects.toThrow('the disk is busy');
      rules.handle = original;
      expect(await read([note], [granted], { reader })).toEqual({ [note]: { read: true } });
    });
  });
});
