import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denialBody, grantBody, requestBody } from '../test-support/create-test-authority.ts';
import { type BesiegedAuthority, besiege } from './besieged-authority.ts';
import { cases } from './cases.ts';
import { mutated } from './hostile.ts';

let siege: BesiegedAuthority;
let places: string[];
beforeAll(async () => {
  siege = await besiege();
  const { authority } = siege;
  places = [
    authority.baseUrl,
    authority.otherVault.baseUrl,
    authority.inPod('.acl'),
    authority.eve.webId,
  ];
});
afterAll(() => siege.close());

describe('credentials from outside', () => {
  it('a changed request, grant or denial is issued as it should be, or refused and leaves nothing', async () => {
    const { authority } = siege;
    const bodies = [requestBody(authority), grantBody(authority), denialBody(authority)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies).chain((body) => mutated(body, places)),
        fc.constantFrom(siege.eve, siege.bob, siege.alice),
        async (body, headers) => {
          await siege.fire({ method: 'POST', path: 'issue', headers, body }, headers !== siege.eve);
        },
      ),
      cases(15_000),
    );
    await siege.expectNothingChanged();
  });

  it('only the credential as it was signed is valid', async () => {
    const { grant, request } = siege;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(grant, request).chain((credential) => mutated(credential, places)),
        async (credential) => {
          const body = `{"verifiableCredential":${credential}}`;
          const response = await siege.fire({ method: 'POST', path: 'verify', body });
          const { errors } = (await response.json()) as { errors: string[] };
          const signed = credential.includes((grant as { id: string }).id) ? grant : request;
          if (errors.length === 0)
            expect(spelledOut(JSON.parse(credential))).toEqual(spelledOut(signed));
        },
      ),
      cases(20_000),
    );
    await siege.expectNothingChanged();
  });

  it('nobody ends what is not theirs', async () => {
    const { grant } = siege;
    const change = {
      credentialId: (grant as { id: string }).id,
      credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
    };
    await fc.assert(
      fc.asyncProperty(
        mutated(change, places),
        fc.constantFrom(siege.eve, siege.bob, {}),
        async (body, headers) => {
          const response = await siege.fire({ method: 'POST', path: 'status', headers, body });
          expect(response.ok).toBe(false);
        },
      ),
      cases(10_000),
    );
    await siege.expectNothingChanged();
  });
});

/** The same for all spellings that mean the same: a value, a list of it, of it twice, or of lists; nothing, null or []. */
function spelledOut(value: unknown): unknown {
  if (Array.isArray(value)) {
    const values = new Map(
      value.flat(Number.POSITIVE_INFINITY).map((one) => [JSON.stringify(one), spelledOut(one)]),
    );
    return values.size === 1 ? [...values.values()][0] : [...values.values()];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, spelledOut(member)])
      .filter(([, member]) => member !== null && JSON.stringify(member) !== '[]'),
  );
}
