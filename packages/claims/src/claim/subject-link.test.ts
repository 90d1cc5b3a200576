import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CITIZEN,
  diploma,
  income,
  type Json,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import type { CitizenSubjects } from './citizen-subjects.ts';
import { createClaimVerifier } from './create-claim-verifier.ts';
import { ALSO_KNOWN_AS } from './subject-link.ts';

const RESOURCE = 'http://localhost:7100/fatima/facts/study/1';
const DID = 'did:example:pseudonym-of-fatima';
const OTHER = 'did:example:jan';

let registry: SampleSource;
let school: SampleSource;

beforeAll(async () => {
  registry = await startSampleSource([g.SubjectLinkCredential]);
  school = await startSampleSource([g.DiplomaCredential]);
});
afterAll(() => Promise.all([registry.stop(), school.stop()]));

const verifierAt = (now = NOW) =>
  createClaimVerifier({
    sources: [registry.participant, school.participant],
    fetch,
    now: () => now,
  });
const link = (subject: Json = {}, change: Json = {}, source = registry) =>
  source.sign({
    ...source.credential('', {}),
    type: ['VerifiableCredential', g.SubjectLinkCredential],
    credentialSubject: { id: CITIZEN, [ALSO_KNOWN_AS]: { id: DID }, ...subject },
    ...change,
  });
const verifyLink = async (credential: unknown, now = NOW) => {
  const text = JSON.stringify(credential);
  const result = await verifierAt(now).verifyLink(RESOURCE, text, CITIZEN);
  return result.verified ? result.link : result.leftOut;
};

describe('a fact about a subject linked to the citizen', () => {
  const verify = async (citizen: string | CitizenSubjects, id = DID, now = NOW) => {
    const unsigned = school.credential('DiplomaCredential', {});
    const credential = await school.sign({ ...unsigned, credentialSubject: { id, diploma } });
    const text = JSON.stringify(credential);
    const result = await verifierAt(now).verify(RESOURCE, text, citizen);
    return result.verified ? result.claim.subject : result.leftOut.reason;
  };

  it('is verified with the link, and wrong_subject without', async () => {
    const found = await verifyLink(await link());
    expect(found).toMatchObject({ id: DID, resource: RESOURCE, holdsAt: NOW });
    if ('reason' in found) throw new Error(found.reason);
    expect(await verify({ webId: CITIZEN, linked: [found] })).toBe(DID);
    expect(await verify({ webId: CITIZEN })).toBe('wrong_subject');
    expect(await verify(CITIZEN)).toBe('wrong_subject');
    expect(await verify({ webId: CITIZEN, linked: [found] }, OTHER)).toBe('wrong_subject');
    expect(await verify({ webId: CITIZEN, linked: [found] }, CITIZEN)).toBe(CITIZEN);
  });

  it('is not the citizen any more after the end of the link', async () => {
    const citizen = { webId: CITIZEN, linked: [{ id: DID, validUntil: NOW }] };
    expect(await verify(citizen)).toBe(DID);
    expect(await verify(citizen, DID, new Date(NOW.getTime() + 1))).toBe('wrong_subject');
  });
});

describe('a link is refused', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['of who may state other things', 'issuer_not_trusted_for_claim', () => link({}, {}, school)],
    ['of somebody else', 'wrong_subject', () => link({ id: OTHER })],
    ['with an end that passed', 'expired', () => link({}, { validUntil: '2026-02-01T00:00:00Z' })],
    ['without status', 'status_unknown', () => link({}, { credentialStatus: [] })],
    [
      'to two others',
      'unknown_claim',
      () => link({ [ALSO_KNOWN_AS]: [{ id: DID }, { id: OTHER }] }),
    ],
    ['to a text', 'unknown_claim', () => link({ [ALSO_KNOWN_AS]: DID })],
    ['with a fact slipped in', 'unknown_claim', () => link({ income })],
    [
      'that says on what the other is known as',
      'unknown_claim',
      () => link({ [ALSO_KNOWN_AS]: { id: DID, [ALSO_KNOWN_AS]: { id: OTHER } } }),
    ],
    [
      'that is a fact',
      'unknown_claim',
      () => school.sign(school.credential('DiplomaCredential', { diploma })),
    ],
  ])('%s: %s', async (_, reason, sign) => {
    expect(await verifyLink(await sign())).toMatchObject({ reason });
  });

  it('that was revoked', async () => {
    await registry.publish([7]);
    expect(await verifyLink(await link())).toMatchObject({ reason: 'revoked' });
    await registry.publish([]);
  });

  it('that was changed', async () => {
    const text = JSON.stringify(await link()).replace(DID, OTHER);
    expect(await verifyLink(JSON.parse(text))).toMatchObject({ reason: 'invalid_proof' });
  });
});
