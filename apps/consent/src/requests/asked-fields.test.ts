import { explanationFromFields, explanationToFields } from '@grondslag/protocol';
import { assert, describe, expect, it } from 'vitest';
import { askingFields, exampleRequest, income, storage } from '../test-support/example-request.ts';
import { askedFieldsOf } from './asked-fields.ts';

const has = ['year', 'amount', 'currency'];
const fact = `${income}2025`;

describe(askedFieldsOf, () => {
  it('is what the need names, of what the fact has; a need that cannot be missed makes it needed', () => {
    const named = ['amount', 'year', 'employer'];
    expect(askedFieldsOf(askingFields(named), fact, has)).toEqual({
      asked: ['year', 'amount'],
      needed: ['year', 'amount'],
    });
    expect(askedFieldsOf(askingFields(named, false), fact, has)).toEqual({
      asked: ['year', 'amount'],
      needed: [],
    });
  });

  it('is all when none are named or nothing is explained, and then nothing is needed', () => {
    const all = { asked: has, needed: [] };
    expect(askedFieldsOf(askingFields(undefined), fact, has)).toEqual(all);
    const silent = exampleRequest({ forPersonalData: [`${storage}facts/`] });
    expect(askedFieldsOf(silent, fact, has)).toEqual(all);
  });

  it('is nothing of a fact that has none of it', () => {
    expect(askedFieldsOf(askingFields(['street']), fact, has).asked).toEqual([]);
  });

  it('is what all needs of one fact name together', () => {
    const request = askingFields(['amount']);
    const consent = request.credentialSubject.hasConsent;
    const explanation = explanationFromFields(consent);
    const [need] = explanation?.needs ?? [];
    assert(explanation && need);
    const also = { ...need, resource: fact, fields: ['year'], required: false };
    const fields = explanationToFields({ ...explanation, needs: [need, also] });
    const both = { ...request, credentialSubject: { ...request.credentialSubject } };
    both.credentialSubject.hasConsent = { ...consent, ...fields };
    expect(askedFieldsOf(both, fact, has)).toEqual({
      asked: ['year', 'amount'],
      needed: ['amount'],
    });
  });
});
