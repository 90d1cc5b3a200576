import { UMA_TICKET_GRANT_TYPE, VP_CLAIM_TOKEN_FORMAT } from '@grondslag/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BesiegedAuthority, besiege } from './besieged-authority.ts';
import { cases } from './cases.ts';
import { hostileValue, mutated, mutatedJwt } from './hostile.ts';

let siege: BesiegedAuthority;
let ticket: string;
beforeAll(async () => {
  siege = await besiege();
  ticket = await siege.authority.ticket([siege.authority.inPod('facts/income.jsonld')]);
});
afterAll(() => siege.close());

const text = hostileValue().map((value) => (typeof value === 'string' ? value : String(value)));

describe('tokens from outside', () => {
  it('no changed ticket, grant or form opens anything', async () => {
    const { grant, bob, eve } = siege;
    const presentation = { type: ['VerifiablePresentation'], verifiableCredential: [grant] };
    const whole = Buffer.from(JSON.stringify(presentation)).toString('base64');
    const claim = fc.oneof(
      mutated(presentation).map((json) => Buffer.from(json).toString('base64')),
      fc.nat(whole.length - 1).map((at) => whole.slice(0, at)),
      text,
    );
    const form = fc.oneof(
      fc.record({ ticket: mutatedJwt(ticket), claim_token: fc.constant(whole) }),
      fc.record({ ticket: mutatedJwt(ticket), claim_token: claim }),
      fc.record({ ticket: text, claim_token: claim, grant_type: text, scope: text }),
      fc.record({ claim_token_format: text, claim_token: claim }),
    );
    await fc.assert(
      fc.asyncProperty(form, fc.constantFrom(bob, eve, {}), async (fields, headers) => {
        const body = new URLSearchParams({
          grant_type: UMA_TICKET_GRANT_TYPE,
          claim_token_format: VP_CLAIM_TOKEN_FORMAT,
          ...fields,
        }).toString();
        const shot = { method: 'POST', path: 'token', headers, body };
        const response = await siege.fire(shot, headers === bob);
        const answer = (await response.json()) as Record<string, unknown>;
        expect(answer['access_token']).toBeUndefined();
        expect(answer['error']).toEqual(expect.any(String));
      }),
      cases(15_000),
    );
    await siege.expectNothingChanged();
  });

  it('no grant but the one that was signed opens anything, whoever presents it', async () => {
    const { grant, bob, eve, authority } = siege;
    await fc.assert(
      fc.asyncProperty(mutated(grant), fc.constantFrom(bob, eve), async (changed, headers) => {
        const body = new URLSearchParams({
          grant_type: UMA_TICKET_GRANT_TYPE,
          claim_token_format: VP_CLAIM_TOKEN_FORMAT,
          claim_token: Buffer.from(`{"verifiableCredential":[${changed}]}`).toString('base64'),
          ticket: await authority.ticket([authority.inPod('elsewhere/secret.ttl')]),
        }).toString();
        const shot = { method: 'POST', path: 'token', headers, body };
        const response = await siege.fire(shot, headers === bob);
        expect(response.ok).toBe(false);
      }),
      cases(10_000),
    );
    await siege.expectNothingChanged();
  });

  it('no changed login, proof or report is believed', async () => {
    const { authority } = siege;
    const url = `${authority.baseUrl}query`;
    const { Authorization, DPoP } = await authority.alice.dpop('GET', url);
    const token = Authorization.replace('DPoP ', '');
    const visible = (value: string) => value.replaceAll(/[^\x20-\x7e]/g, '?');
    const login = fc.oneof(
      mutatedJwt(token).map((jwt) => ({ Authorization: `Bearer ${visible(jwt)}` })),
      mutatedJwt(token).map((jwt) => ({ Authorization: `DPoP ${visible(jwt)}`, DPoP })),
      mutatedJwt(DPoP).map((jwt) => ({ Authorization, DPoP: visible(jwt) })),
      text.map((value) => ({ Authorization: visible(value) })),
    );
    await fc.assert(
      fc.asyncProperty(login, async (headers) => {
        const response = await siege.fire({ method: 'GET', path: 'query', headers });
        expect(response.status).toBeGreaterThanOrEqual(400);
      }),
      cases(15_000),
    );
    await fc.assert(
      fc.asyncProperty(mutatedJwt(ticket), async (body) => {
        const response = await siege.fire({ method: 'POST', path: 'v1/reads', body });
        expect(response.status).toBe(401);
      }),
      cases(4_000),
    );
    await fc.assert(
      fc.asyncProperty(mutatedJwt(ticket), async (jwt) => {
        const headers = { Authorization: `Bearer ${visible(jwt)}` };
        const response = await siege.fire({ method: 'GET', path: 'v1/status-changes', headers });
        expect(response.status).toBe(401);
      }),
      cases(1_000),
    );
    await siege.expectNothingChanged();
  });
});
