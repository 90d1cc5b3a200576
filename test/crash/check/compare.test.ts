import type { AccessCredential, CredentialStatusChange, ReadRecord } from '@grondslag/protocol';
import { describe, expect, it } from 'vitest';
import type { Case } from '../load/case.ts';
import type { Person } from '../world/person.ts';
import { compare } from './compare.ts';
import { noFindings } from './findings.ts';

const person = { webId: 'https://a.example/', pod: 'https://a.example/' } as Person;
const resource = 'https://vault.example/fact';
const request = 'https://access.example/vc/1';
const grant = 'https://access.example/vc/2';

function oneCase(members: Partial<Case> = {}): Case {
  return {
    ...{ agency: person, citizen: person, resource, request, reads: new Map() },
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
  }: {
    revoked?: readonly string[];
    reads?: readonly string[];
    changes?: readonly string[];
  } = {},
) {
  return compare([one], {
    credentials,
    reads: reads.map((id) => ({ id }) as ReadRecord),
    changes: changes.map((credential) => ({ credential }) as CredentialStatusChange),
    lists: { isRevoked: ({ id }) => revoked.includes(id), revoked: revoked.length },
  });
}

describe('holding what was acknowledged against what is there', () => {
  it('finds nothing when all is there once', () => {
    const reads = new Map([['r', 'acknowledged' as const]]);
    const one = oneCase({ withdrawal: 'acknowledged', reads });
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
      oneCase({ withdrawal: 'acknowledged' }),
      [storedRequest, storedGrant],
      { changes: [grant] },
    ],
    [
      'a change in the feed',
      oneCase({ withdrawal: 'acknowledged' }),
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
    const one = oneCase({ withdrawal: 'acknowledged' });
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
