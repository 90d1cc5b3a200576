import { authorityPaths } from '@grondslag/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICE_PROVISION } from '../test-support/create-test-authority.ts';
import { type BesiegedAuthority, besiege } from './besieged-authority.ts';
import { cases } from './cases.ts';
import { hostileValue, mutated } from './hostile.ts';

let siege: BesiegedAuthority;
beforeAll(async () => {
  siege = await besiege();
});
afterAll(() => siege.close());

describe('requests, grants and denials in plain JSON from outside', () => {
  it('are made as they should be, or refused and leave nothing; a key gives one answer', async () => {
    const { authority, alice, bob, eve } = siege;
    const extent = { resources: [authority.inPod('facts/')], purposes: [SERVICE_PROVISION] };
    const text = { nl: 'Toeslag' };
    const bodies: [path: string, body: object][] = [
      [
        authorityPaths.accessRequests,
        {
          ...extent,
          citizen: authority.alice.webId,
          modes: ['read'],
          expiresAt: authority.inDays(9),
          explanation: { needs: [], purposeInWords: text, otherRoute: { text } },
        },
      ],
      [authorityPaths.accessGrants, { ...extent, agency: authority.bob.webId, modes: ['read'] }],
      [authorityPaths.accessDenials, { request: crypto.randomUUID(), reason: 'nee' }],
    ];
    const key = hostileValue().map((value) => String(value).replaceAll(/[^\x21-\x7e]/g, '_'));
    const shot = fc
      .constantFrom(...bodies)
      .chain(([path, body]) => fc.record({ path: fc.constant(path), body: mutated(body) }));
    await fc.assert(
      fc.asyncProperty(
        shot,
        fc.constantFrom(alice, bob, eve),
        fc.option(key, { nil: undefined }),
        async (sent, caller, once) => {
          const headers = { ...caller, ...(once !== undefined && { 'Idempotency-Key': once }) };
          const answer = await siege.fire({ method: 'POST', ...sent, headers }, caller !== eve);
          if (!answer.ok || once === undefined) return;
          const again = await siege.fire({ method: 'POST', ...sent, headers }, caller !== eve);
          expect(await again.json()).toEqual(await answer.json());
        },
      ),
      cases(6_000),
    );
    await siege.expectNothingChanged();
  });
});
