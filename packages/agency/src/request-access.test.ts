import { findings } from '@grondslag/legal-basis';
import { explanationFromFields } from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { requestAccess } from './request-access.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';

describe(requestAccess, () => {
  let world: PlayedWorld;
  beforeAll(async () => {
    world = await playWorld();
  });
  afterAll(() => world.close());

  it('asks for reading only, per kind of fact, with reasons, purpose, end and other route', async () => {
    const question = world.question({
      processingActivity: 'https://register.example/schuldhulp/3',
    });
    const outcome = await world.agency.requestAccess(question);
    if (outcome.status !== 'requested') throw new Error(outcome.status);
    const { hasConsent, id } = outcome.request.credentialSubject;
    expect(id).toBe(world.webId);
    expect(hasConsent.mode).toEqual([acl.Read]);
    expect(hasConsent.isConsentForDataSubject).toBe(world.citizen);
    expect(hasConsent.forPersonalData).toEqual([
      `${world.storage}facts/income/`,
      `${world.storage}facts/home/`,
    ]);
    expect(hasConsent.forPurpose).toEqual([question.purpose]);
    expect(hasConsent[g.processingActivity]).toBe('https://register.example/schuldhulp/3');
    expect(outcome.request.expirationDate).toBe(question.expiresAt.toISOString());
    expect(explanationFromFields(hasConsent)).toEqual({
      purposeInWords: question.purposeInWords,
      otherRoute: question.otherRoute,
      needs: [
        { ...question.needs[0], resource: `${world.storage}facts/income/` },
        { ...question.needs[1], resource: `${world.storage}facts/home/` },
      ],
    });
  });

  it('names each of several purposes once', async () => {
    const [help, research] = ['ServiceProvision', 'ResearchAndDevelopment'].map(
      (one) => `https://w3id.org/dpv#${one}`,
    ) as [string, string];
    const outcome = await world.agency.requestAccess(
      world.question({ purpose: [help, research, help] }),
    );
    assert(outcome.status === 'requested');
    const { forPurpose } = outcome.request.credentialSubject.hasConsent;
    expect(forPurpose).toEqual([help, research]);
  });

  it('says there is no vault, with the other route, for a WebID on a server outside the closed list', async () => {
    const before = [world.vault, world.authority].map(({ seen }) => seen.length);
    const outcome = await world.agency.requestAccess(
      world.question({ citizen: 'https://elsewhere.example/anna#me' }),
    );
    expect(outcome).toEqual({
      status: 'no-vault',
      reason: 'vault-server-not-known',
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
    });
    expect([world.vault, world.authority].map(({ seen }) => seen.length)).toEqual(before);
  });

  it.each([
    ['no needs', { needs: [] }],
    ['an end in the past', { expiresAt: new Date(0) }],
    ['an end that is no date', { expiresAt: new Date(Number.NaN) }],
    ['a purpose that is no address', { purpose: 'help' }],
    ['no purpose', { purpose: [] }],
  ])('refuses a question with %s as a mistake of the caller', async (_, overrides) => {
    await expect(world.agency.requestAccess(world.question(overrides))).rejects.toThrow(TypeError);
  });

  it('refuses two needs for the same kind of fact', async () => {
    const { needs } = world.question();
    const twice = world.question({ needs: [...needs, ...needs] });
    await expect(world.agency.requestAccess(twice)).rejects.toThrow(/may be needed once/);
  });

  it('names no citizen and no secret when the authority refuses', async () => {
    const { answer } = world.authority;
    world.authority.answer = (request) =>
      request.path === '/issue'
        ? {
            status: 403,
            body: { type: 'about:blank', title: world.citizen, status: 403, code: 'x' },
          }
        : answer(request);
    const error = await world.agency.requestAccess(world.question()).catch((thrown) => thrown);
    world.authority.answer = answer;
    expect(error).toMatchObject({ name: 'AgencyError', code: 'request_refused' });
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('anna');
    expect(error.cause).toBeUndefined();
  });

  it('sends what an official of a public body confirmed, and which parts of a fact are used', async () => {
    const consentGate = {
      ...{ refusalCostsNothing: true, noLawCoversIt: true, inOwnInterest: true },
      ...{ onePurpose: true, easyToWithdraw: true, adviceAttached: true },
      confirmedBy: { name: 'K. Visser', role: 'Teamleider' },
    };
    const [need] = world.question().needs;
    assert(need);
    const needs = [{ ...need, fields: ['year', 'amount'] }];
    const asked = await world.agency.requestAccess(world.question({ consentGate, needs }));
    assert(asked.status === 'requested');
    const { hasConsent } = asked.request.credentialSubject;
    expect(JSON.parse(String(hasConsent[g.consentGate]))).toEqual(consentGate);
    expect(JSON.parse(String(hasConsent[g.needs]))).toMatchObject([{ fields: ['year', 'amount'] }]);
  });

  it('makes a refusal by a rule an outcome, with what to do and the other route', async () => {
    const { answer } = world.authority;
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'consent_not_free' };
    world.authority.answer = (request) =>
      request.path === '/issue' ? { status: 403, body: problem } : answer(request);
    const outcome = await world.agency.requestAccess(world.question());
    world.authority.answer = answer;
    expect(outcome).toEqual({
      status: 'refused',
      rule: 'consent_not_free',
      ...findings.consent_not_free,
      otherRoute: world.question().otherRoute,
    });
  });
});
