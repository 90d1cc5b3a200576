import { authorityPaths } from '@grondslag/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { participantExample } from '../api/openapi/legal-examples.ts';
import {
  activityOf,
  mandateOf,
  official,
  registerWithMandate,
} from '../test-support/legal-bodies.ts';
import { type BesiegedAuthority, besiege } from './besieged-authority.ts';
import { cases } from './cases.ts';
import { hostileValue, mutated } from './hostile.ts';

let siege: BesiegedAuthority;
let mandate: string;
let operator: Record<string, string>;
beforeAll(async () => {
  siege = await besiege();
  mandate = (await registerWithMandate(siege.authority)).mandate.id;
  operator = { ...(await siege.authority.operator.bearer()) };
});
afterAll(() => siege.close());

describe('registers, mandates, lawful access and objections from outside', () => {
  it('are made as they should be, or refused; nobody gets around the register', async () => {
    const { authority, alice, bob, eve } = siege;
    const { admissions: _none, ...participant } = participantExample;
    const said = { by: official, reasons: 'Zo is besloten.' };
    const told = { by: official, reasons: { nl: 'Zo is besloten.' } };
    const objection = `${authorityPaths.objections}/${crypto.randomUUID()}`;
    const shots: [method: string, path: string, body: object][] = [
      ['PUT', authorityPaths.registerParticipants, participant],
      [
        'POST',
        authorityPaths.registerAdmissions,
        { webId: authority.bob.webId, decision: 'removed', ...said },
      ],
      ['POST', authorityPaths.processingActivities, activityOf(authority, authority.bob)],
      ['POST', authorityPaths.mandates, mandateOf(authority, authority.bob)],
      ['POST', `${mandate}/steps`, { step: 'ended', ...said }],
      [
        'POST',
        authorityPaths.lawfulAccesses,
        {
          mandate,
          citizen: authority.alice.webId,
          until: authority.inDays(3),
          breakGlass: {
            danger: 'Vuur',
            whyNoOtherBasis: 'Haast',
            officials: [official],
            reviewAfterwards: true,
            minutes: 5,
          },
        },
      ],
      ['POST', authorityPaths.objections, { access: `${mandate}-x`, grounds: 'Nee.' }],
      ['PUT', `${objection}/answer`, { outcome: 'upheld', ...told }],
      ['PUT', `${objection}/extension`, told],
      ['PUT', `${objection}/exception`, { ground: 'legal-claims', ...told }],
    ];
    const search = hostileValue().map((value) => {
      // Not every object can be made text.
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return encodeURIComponent((text ?? '').toWellFormed());
    });
    const shot = fc
      .constantFrom(...shots)
      .chain(([method, path, body]) =>
        fc.record({ method: fc.constant(method), path: fc.constant(path), body: mutated(body) }),
      );
    const look = fc
      .tuple(
        fc.constantFrom(
          `${authorityPaths.registerParticipants}/`,
          `${authorityPaths.processingActivities}?controller=`,
          `${authorityPaths.processingActivities}?id=`,
          `${authorityPaths.mandates}?agency=`,
          `${authorityPaths.mandates}/`,
          `${mandate}?version=`,
          `${authorityPaths.lawfulAccesses}?cursor=`,
          `${authorityPaths.lawfulAccesses}/`,
          `${authorityPaths.notices}?cursor=`,
          `${authorityPaths.objections}/`,
          `${authorityPaths.explanations}?credential=`,
        ),
        search,
      )
      .map(([path, value]) => ({ method: 'GET', path: path + value }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(shot, look),
        fc.constantFrom(alice, bob, eve, operator, undefined),
        async (sent, caller) => {
          const headers = caller ?? {};
          const mayWrite = caller === bob || caller === operator;
          const answer = await siege.fire({ ...sent, headers }, caller === alice || mayWrite);
          if (sent.method !== 'GET' && !mayWrite) expect(answer.ok).toBe(false);
        },
      ),
      cases(6_000),
    );
    await siege.expectNothingChanged();
  });
});
