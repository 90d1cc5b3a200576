import { decisionRecordSchema } from '@grondslag/legal-basis';
import { type ConsentGate, consentGateToFields } from '@grondslag/protocol';
import { accessRequestViewSchema } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  createTestAuthority,
  requestBody,
  SERVICE_PROVISION,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import {
  activityOf,
  decideOn,
  expectStatus,
  official,
  publish,
  registerAgency,
  registerWithMandate,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const CONSENT = 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a';
const INCOME = 'https://w3id.org/grondslag/terms#IncomeCredential';
const gate: ConsentGate = {
  refusalCostsNothing: true,
  noLawCoversIt: true,
  inOwnInterest: true,
  onePurpose: true,
  easyToWithdraw: true,
  adviceAttached: true,
  confirmedBy: official,
};

let authority: TestAuthority;
let lenient: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  lenient = await createTestAuthority('https://access.example/', {
    consentGate: 'warn',
    moreThanRegistered: 'warn',
  });
  await registerAgency(authority);
  await registerAgency(lenient);
});
afterAll(() => Promise.all([authority.close(), lenient.close()]));

const request = (by: Person, members: object = {}, at = authority) =>
  at.send('POST', 'v1/access-requests', by, {
    citizen: at.alice.webId,
    resources: [at.inPod('facts/income/')],
    purposes: [SERVICE_PROVISION],
    expiresAt: at.inDays(30),
    ...members,
  });
const made = async (sent: Promise<Response>) =>
  accessRequestViewSchema.parse(await (await expectStatus(201, sent)).json());
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
async function explain({ credential }: { credential: string }, at = authority) {
  const path = `v1/explanations?credential=${encodeURIComponent(credential)}`;
  const answer = await expectStatus(200, at.send('GET', path, at.alice));
  return z.object({ items: z.array(decisionRecordSchema) }).parse(await answer.json()).items;
}
const explanation = (claimType: string, fields?: string[]) => ({
  needs: [
    {
      resource: authority.inPod('facts/income/'),
      claimType,
      ...(fields && { fields }),
      reason: { nl: 'Voor de toets' },
      required: true,
    },
  ],
  purposeInWords: { nl: 'Toeslag' },
  otherRoute: { text: { nl: 'Aan het loket' } },
});

describe('a request for consent', () => {
  it('of an agency that is not registered is asked as ever, and nothing is decided', async () => {
    const view = await made(request(authority.eve));
    expect(await explain(view)).toEqual([]);
  });

  it('of a public body is asked only when an official confirmed each point', async () => {
    await refused(403, 'consent_not_free', request(authority.bob));
    await refused(
      403,
      'consent_not_free',
      authority.send('POST', 'issue', authority.bob, requestBody(authority)),
    );
    const points = Object.entries(gate).flatMap(([name, value]) => (value === true ? [name] : []));
    expect(points).toHaveLength(6);
    for (const point of points) {
      const consentGate = { ...gate, [point]: false };
      await refused(403, 'consent_not_free', request(authority.bob, { consentGate }));
    }
    const view = await made(request(authority.bob, { consentGate: gate }));
    expect(view).toMatchObject({ state: 'pending', consentGate: gate });
    expect(await explain(view)).toMatchObject([
      { occasion: 'request', outcome: 'ask', rule: 'consent_asked', warnings: [] },
    ]);
    const issued = requestBody(authority, consentGateToFields(gate));
    await expectStatus(201, authority.send('POST', 'issue', authority.bob, issued));
  });

  it('of a public body has one purpose, whatever an official confirms', async () => {
    const forPurpose = ['ServiceProvision', 'Marketing'].map(
      (one) => `https://w3id.org/dpv#${one}`,
    );
    const asked = { forPurpose, ...consentGateToFields(gate) };
    const send = (consent: Record<string, unknown>) =>
      authority.send('POST', 'issue', authority.bob, requestBody(authority, consent));
    await refused(403, 'consent_not_free', send(asked));
    await expectStatus(201, send({ ...asked, forPurpose: forPurpose.slice(0, 1) }));
  });

  it('is asked with a warning where the operator chose that', async () => {
    const view = await made(request(lenient.bob, {}, lenient));
    expect(await explain(view, lenient)).toMatchObject([
      { outcome: 'ask', warnings: [{ rule: 'consent_not_free', why: { nl: expect.any(String) } }] },
    ]);
  });

  it('of a private body needs no such thing', async () => {
    const person = await authority.provider.person('bank');
    await registerAgency(authority, person, { kind: 'private-body' });
    await made(request(person));
  });

  it('is not asked by who is suspended', async () => {
    const person = await authority.provider.person('suspended');
    await registerAgency(authority, person);
    await decideOn(authority, person.webId, 'suspended');
    await refused(403, 'participant_not_admitted', request(person, { consentGate: gate }));
  });

  it('is not asked where a law already governs it, also for one of several purposes', async () => {
    const needs = { explanation: explanation(INCOME, ['year', 'amount']), consentGate: gate };
    for (const at of [authority, lenient]) {
      const person = await at.provider.person('fund');
      const { mandate } = await registerWithMandate(at, person);
      const others = at === lenient ? [SERVICE_PROVISION] : [];
      const purposes = [...others, mandate.purpose];
      await refused(403, 'consent_beside_law', request(person, { ...needs, purposes }, at));
      await made(request(person, needs, at));
    }
  });

  it('does not go round an objection', async () => {
    const person = await authority.provider.person('fund2');
    const own = await registerWithMandate(authority, person);
    const body = { mandate: own.mandate.id, citizen: authority.alice.webId };
    const given = await expectStatus(
      201,
      authority.send('POST', 'v1/lawful-accesses', person, body),
    );
    const { access } = (await given.json()) as { access: { id: string } };
    const object = { access: access.id, grounds: 'Liever niet.' };
    await expectStatus(201, authority.send('POST', 'v1/objections', authority.alice, object));
    await expectStatus(
      201,
      authority.send('POST', `${own.mandate.id}/steps`, person, {
        step: 'ended',
        by: official,
        reasons: 'Wij vragen het liever.',
      }),
    );
    const asked = {
      consentGate: gate,
      purposes: [own.mandate.purpose],
      explanation: explanation(INCOME, ['year', 'amount']),
    };
    await refused(409, 'objection_open', request(person, asked));
  });

  it.each(['refuse', 'warn'] as const)(
    'for more than is registered: %s',
    async (moreThanRegistered) => {
      const at = moreThanRegistered === 'warn' ? lenient : authority;
      const activity = activityOf(at, at.bob, {
        id: 'https://x.example/consent',
        basis: CONSENT,
        lawRefs: [],
        purpose: SERVICE_PROVISION,
      });
      await expectStatus(201, at.send('POST', 'v1/processing-activities', at.bob, activity));
      const named = { processingActivity: activity.id, consentGate: gate };
      const less = await made(request(at.bob, named, at));
      expect((await explain(less, at))[0]?.warnings.map(({ rule }) => rule)).not.toContain(
        'more_than_registered',
      );
      // Also when the words for the citizen leave it out.
      const more = { ...named, resources: [at.inPod('facts/income/'), at.inPod('facts/home/')] };
      const sent = request(at.bob, more, at);
      if (moreThanRegistered === 'refuse') return refused(403, 'more_than_registered', sent);
      expect((await explain(await made(sent), at))[0]?.warnings.map(({ rule }) => rule)).toContain(
        'more_than_registered',
      );
    },
  );

  it('that was denied before is asked with a warning', async () => {
    const person = await authority.provider.person('again');
    await registerAgency(authority, person);
    const first = await made(request(person, { consentGate: gate }));
    await expectStatus(
      201,
      authority.send('POST', 'v1/access-denials', authority.alice, { request: first.id }),
    );
    const second = await made(request(person, { consentGate: gate }));
    expect(await explain(second)).toMatchObject([{ warnings: [{ rule: 'denied_before' }] }]);
  });

  it('to place facts is not one to read', async () => {
    await made(request(authority.bob, { modes: ['append'] }));
  });

  it('with half a gate is refused as a body', async () => {
    await refused(
      400,
      'invalid_body',
      request(authority.bob, { consentGate: { onePurpose: true } }),
    );
  });
});

describe('consent beside lawful access', () => {
  it('stays what it is: what was granted is not touched by what the register says', async () => {
    const person = await authority.provider.person('both');
    const agency = await registerAgency(authority, person);
    const view = await made(request(person, { consentGate: gate }));
    const granted = await expectStatus(
      201,
      authority.send('POST', 'v1/access-grants', authority.alice, { request: view.id }),
    );
    const { id } = (await granted.json()) as { id: string };
    const activity = activityOf(authority, person);
    await expectStatus(201, authority.send('POST', 'v1/processing-activities', person, activity));
    await publish(authority, agency);
    const answer = await authority.send('GET', `v1/access-grants/${id}`, authority.alice);
    expect(await answer.json()).toMatchObject({ state: 'active' });
  });
});
