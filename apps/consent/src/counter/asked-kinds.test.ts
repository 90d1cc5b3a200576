import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { buildGrant } from '../requests/build-decision.ts';
import {
  askingFields,
  exampleRequest,
  income,
  residence,
} from '../test-support/example-request.ts';
import { askedKinds, partsOf, shareParts } from './asked-kinds.ts';

const endsAt = new Date('2026-11-29T12:00:00Z');

describe(askedKinds, () => {
  it('has the containers that were asked and explained, and no single fact', () => {
    const kinds = askedKinds(exampleRequest());
    expect(kinds).toMatchObject([
      { resource: income, claimType: g.IncomeCredential, required: true },
    ]);
    expect(kinds[0]?.asked).toEqual(['year', 'amount', 'currency']);
  });

  it('asks no more parts than the request names, and knows which cannot be missed', () => {
    expect(askedKinds(askingFields(['year']))).toMatchObject([
      { asked: ['year'], needed: ['year'] },
    ]);
  });

  it('keeps a part in the list only while something is left out', () => {
    const [kind] = askedKinds(exampleRequest());
    if (!kind) throw new Error('the example asks for incomes');
    const part = shareParts([], kind, ['year']);
    expect(part).toEqual([{ resource: income, claimType: g.IncomeCredential, fields: ['year'] }]);
    expect(partsOf(part, kind)).toEqual(['year']);
    expect(shareParts(part, kind, kind.asked)).toEqual([]);
    expect(partsOf([], kind)).toEqual(kind.asked);
  });
});

describe('a yes at a counter', () => {
  const shared = [{ resource: income, claimType: g.IncomeCredential, fields: ['year'] }];

  it('names containers with what is in them, and the parts of each', () => {
    const { credential } = buildGrant(exampleRequest(), {
      ...{ facts: [income], shared, endsAt, ofKinds: true },
    });
    expect(credential.credentialSubject.providedConsent).toMatchObject({
      forPersonalData: [income],
      inherit: true,
      [g.sharedFields]: JSON.stringify(shared),
    });
  });

  it('names no single fact, as one on screen names no container', () => {
    const ask = (fact: string, ofKinds: boolean) => () =>
      buildGrant(exampleRequest(), { facts: [fact], endsAt, ofKinds });
    expect(ask(residence, true)).toThrow(TypeError);
    expect(ask(income, false)).toThrow(TypeError);
  });
});
