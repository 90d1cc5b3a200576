import type { AccessCredential, CredentialStatusChange, ReadRecord } from '@grondslag/protocol';
import { describe, expect, it } from 'vitest';
import type { Case, Change } from '../load/case.ts';
import type { Person } from '../world/person.ts';
import { compare } from './compare.ts';
import { noFindings } from './findings.ts';

const person = { webId: 'https://a.example/', pod: 'https://a.example/' } as Person;
const resource = 'https://vault.example/fact';
const request = 'https://access.example/vc/1';
const grant = 'https://access.example/vc/2';

const withdrawn: Change = { kind: 'revoked', progress: 'acknowledged' };
const suspended: Change = { kind: 'suspended', progress: 'acknowledged' };

function oneCase(members: Partial<Case> = {}): Case {
  return {
    ...{ agency: person, citizen: person, resource, request, changes: [], reads: new Map() },
    ...{ decision: { kind: 'SolidAccessGrant', id: grant }, ...members },
  };
}
const storedRequest = {
  id: request,
  credentialSubject: { hasConsent: { forPersonalData: [resource] } },
} as AccessCredential;
const storedGrant = {
  id: grant,
  credentialSubject: { providedConsent: { verifiedRequest: request } },
} as AccessCredential;

function compareWith(
  one: Case,
  credentials: readonly AccessCredential[],
  {
    revoked = [],
    reads = [],
    changes = revoked,
    heard = 'revoked',
  }: {
    revoked?: readonly string[];
    reads?: readonly string[];
    changes?: readonly string[];
    heard?: Change['kind'];
  } = {},
) {
  return compare([one], {
    credentials,
    reads: reads.map((id) => ({ id }) as ReadRecord),
    changes: changes.map((credential) => ({ credential, change: heard }) as CredentialStatusChange),
    lists: {
      isSet: ({ id }, purpose) => purpose === 'revocation' && revoked.includes(id),
      counts: new Map(),
    },
  });
}

describe('holding what was acknowledged against what is there', () => {
  it('finds nothing when all is there once', () => {
    const reads = new Map([['r', 'acknowledged' as const]]);
    const one = oneCase({ changes: [withdrawn], reads });
    const stored = [storedRequest, storedGrant];
    expect(compareWith(one, stored, { revoked: [grant], reads: ['r'] })).toEqual(noFindings());
  });

  it('takes what was only asked as done or not done', () => {
    const one = oneCase({
      decision: { kind: 'SolidAccessGrant' },
      cancellation: 'asked',
      reads: new Map([['r', 'asked']]),
    });
    expect(compareWith(one, [storedRequest])).toEqual(noFindings());
    const done = compareWith(one, [storedRequest, storedGrant], {
      revoked: [request],
      reads: ['r'],
    });
    expect(done).toEqual(noFindings());
  });

  it.each([
    ['a request', oneCase(), [storedGrant], {}],
    ['a decision', oneCase(), [storedRequest], {}],
    [
      'a status bit',
      oneCase({ changes: [withdrawn] }),
      [storedRequest, storedGrant],
      { changes: [grant] },
    ],
    [
      'the bit of a suspension',
      oneCase({ changes: [suspended] }),
      [storedRequest, storedGrant],
      { changes: [grant], heard: 'suspended' as const },
    ],
    [
      'a change in the feed',
      oneCase({ changes: [withdrawn] }),
      [storedRequest, storedGrant],
      { revoked: [grant], changes: [] },
    ],
    ['a cancellation', oneCase({ cancellation: 'acknowledged' }), [storedRequest, storedGrant], {}],
    [
      'a record of a read',
      oneCase({ reads: new Map([['r', 'acknowledged']]) }),
      [storedRequest, storedGrant],
      {},
    ],
  ])('finds that %s is lost', (_what, one, stored, answers) => {
    const { lost, doubled, wrong } = compareWith(one, stored, answers);
    expect([lost.length, doubled.length, wrong.length]).toEqual([1, 0, 0]);
  });

  it.each([
    ['a request', [storedRequest, { ...storedRequest, id: 'other' }, storedGrant], []],
    ['a decision', [storedRequest, storedGrant, storedGrant], []],
    ['a record of a read', [storedRequest, storedGrant], ['r', 'r']],
  ])('finds that %s is there twice', (_what, stored, reads) => {
    const one = oneCase({ reads: new Map([['r', 'acknowledged']]) });
    const { lost, doubled } = compareWith(one, stored, { reads: reads.length ? reads : ['r'] });
    expect([lost.length, doubled.length]).toEqual([0, 1]);
  });

  it('finds that the feed tells of a change twice', () => {
    const one = oneCase({ changes: [withdrawn] });
    const answers = { revoked: [grant], changes: [grant, grant] };
    expect(compareWith(one, [storedRequest, storedGrant], answers).doubled).toHaveLength(1);
  });

  it('finds a withdrawal nobody asked for, and a decision nobody took', () => {
    const stored = [storedRequest, storedGrant];
    expect(compareWith(oneCase(), stored, { revoked: [grant] }).wrong).toHaveLength(1);
    const undecided: Case = { ...oneCase() };
    delete undecided.decision;
    expect(compareWith(undecided, stored).wrong).toHaveLength(1);
  });
});
