import {
  accessDenialSchema,
  accessGrantSchema,
  explicitConsentFromFields,
  sharedFieldsFromFields,
} from '@grondslag/protocol';
import { acl, DPV, g, gc } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import {
  askingFields,
  exampleRequest,
  income,
  residence,
  signed,
  storage,
} from '../test-support/example-request.ts';
import {
  asksSeveralPurposes,
  buildDenial,
  buildGrant,
  type DecisionBody,
} from './build-decision.ts';

/** A decision as the authority would hand it out. */
function issued({ credential }: DecisionBody) {
  return {
    ...credential,
    ...signed,
    id: 'https://authority.example/vc/decision-1',
    issuer: 'https://authority.example/',
    issuanceDate: '2026-11-02T12:00:00Z',
    credentialSubject: { id: `${storage}profile/card#me`, ...credential.credentialSubject },
  };
}
const endsAt = new Date('2026-11-20T12:00:00Z');
const facts = [`${income}2025`];

describe('buildGrant', () => {
  it('allows reading exactly the ticked facts, and nothing inside them', () => {
    const grant = accessGrantSchema.parse(issued(buildGrant(exampleRequest(), { facts, endsAt })));
    expect(grant.credentialSubject.providedConsent).toEqual({
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: facts,
      forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
      isProvidedTo: 'https://agency.example/#us',
      inherit: false,
      verifiedRequest: 'https://authority.example/vc/request-1',
    });
    expect(grant.expirationDate).toBe('2026-11-20T12:00:00.000Z');
  });

  const amountOnly = {
    resource: `${income}2025`,
    claimType: g.IncomeCredential,
    fields: ['amount'],
  };
  const sharedIn = ({ credential }: DecisionBody) =>
    sharedFieldsFromFields({ ...credential.credentialSubject.providedConsent });

  it('carries exactly the fields that are shared, of the facts that are ticked', () => {
    const elsewhere = { ...amountOnly, resource: `${income}2024` };
    const shared = [amountOnly, elsewhere];
    expect(sharedIn(buildGrant(exampleRequest(), { facts, endsAt, shared }))).toEqual([amountOnly]);
    expect(sharedIn(buildGrant(exampleRequest(), { facts, endsAt }))).toEqual([]);
    const wholes = [{ ...amountOnly, fields: ['year', 'amount', 'currency'] }, elsewhere];
    expect(sharedIn(buildGrant(exampleRequest(), { facts, endsAt, wholes }))).toEqual([wholes[0]]);
  });

  it('refuses no fields, and a field that was not asked', () => {
    const request = askingFields(['amount', 'currency']);
    const withFields = (fields: string[]) => () =>
      buildGrant(request, { facts, endsAt, shared: [{ ...amountOnly, fields }] });
    expect(withFields(['amount'])).not.toThrow();
    expect(withFields(['amount', 'year'])).toThrow(TypeError);
    expect(withFields([])).toThrow(TypeError);
  });

  it('says to which kinds of special categories the yes was explicit', () => {
    const explicit = [g.IncomeCredential];
    const { providedConsent } = buildGrant(exampleRequest(), { facts, endsAt, explicit }).credential
      .credentialSubject;
    expect(explicitConsentFromFields(providedConsent)).toEqual(explicit);
  });

  it('never lasts longer than was asked', () => {
    const { credential } = buildGrant(exampleRequest(), { facts, endsAt: new Date('2030-01-01') });
    expect(credential.expirationDate).toBe('2026-12-01T12:00:00.000Z');
  });

  it('still has an end when none was asked', () => {
    const { credential } = buildGrant(exampleRequest({}, ''), { facts, endsAt });
    expect(credential.expirationDate).toBe('2026-11-20T12:00:00.000Z');
  });

  it('allows only reading when more was asked', () => {
    const request = exampleRequest({ mode: [acl.Read, acl.Write] });
    const { providedConsent } = buildGrant(request, { facts, endsAt }).credential.credentialSubject;
    expect(providedConsent.mode).toEqual([acl.Read]);
  });

  it.each([
    ['nothing is chosen', []],
    ['a whole container is chosen', [income]],
    ['something was not asked', [`${storage}facts/study/diploma`]],
    ['an address steps out of what was asked', [`${income}../study/diploma`]],
  ])('refuses when %s', (_, chosen) => {
    expect(() => buildGrant(exampleRequest(), { facts: chosen, endsAt })).toThrow(TypeError);
  });

  it('carries the chosen ones of several purposes, at least one, and no other', () => {
    const forPurpose = [`${DPV}ServiceProvision`, `${DPV}Marketing`];
    const request = exampleRequest({ forPurpose });
    expect(asksSeveralPurposes(request)).toBe(true);
    expect(asksSeveralPurposes(exampleRequest())).toBe(false);
    const [serve, sell] = forPurpose as [string, string];
    const grant = (purposes: string[]) => buildGrant(request, { facts, endsAt, purposes });
    expect(grant([serve]).credential.credentialSubject.providedConsent.forPurpose).toEqual([serve]);
    expect(
      grant([sell, 'https://purpose.example/other']).credential.credentialSubject.providedConsent,
    ).toMatchObject({ forPurpose: [sell] });
    expect(() => grant([])).toThrow('at least one of the purposes');
    expect(() => grant(['https://purpose.example/other'])).toThrow('at least one of the purposes');
  });

  it('refuses a fact in a container that was asked without what is inside', () => {
    const request = exampleRequest({ inherit: false });
    expect(() => buildGrant(request, { facts, endsAt })).toThrow(TypeError);
    expect(() => buildGrant(request, { facts: [residence], endsAt })).not.toThrow();
  });

  it('refuses when reading was not asked', () => {
    const request = exampleRequest({ mode: [acl.Append] });
    expect(() => buildGrant(request, { facts, endsAt })).toThrow(TypeError);
  });
});

describe('buildDenial', () => {
  it('repeats what was asked and allows nothing', () => {
    const request = exampleRequest({ mode: [acl.Read, acl.Write], inherit: true });
    const denial = accessDenialSchema.parse(issued(buildDenial(request, '')));
    expect(denial.credentialSubject.providedConsent).toEqual({
      mode: [acl.Read, acl.Write],
      hasStatus: 'https://w3id.org/GConsent#ConsentStatusDenied',
      forPersonalData: [income, residence],
      forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
      isProvidedTo: 'https://agency.example/#us',
      inherit: true,
      verifiedRequest: 'https://authority.example/vc/request-1',
    });
  });

  it('carries the reason only when one was given, and not more than fits', () => {
    const reasonOf = (reason: string) => {
      const { providedConsent } = buildDenial(exampleRequest(), reason).credential
        .credentialSubject;
      return (providedConsent as Record<string, unknown>)[g.reason];
    };
    expect(reasonOf('  Ik kom liever langs. ')).toBe('Ik kom liever langs.');
    expect(reasonOf('   ')).toBeUndefined();
    expect(reasonOf('a'.repeat(900))).toBe('a'.repeat(500));
  });
});
