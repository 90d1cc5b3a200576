import { requestingPartyTokenSchema, tokenResponseSchema } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  READ,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let fact: string;
let other: string;

beforeAll(async () => {
  authority = await createTestAuthority();
  fact = authority.inPod('facts/income/2025');
  other = authority.inPod('facts/home/address');
});
afterAll(() => authority.close());

const shared = (more: object = {}) => ({
  resource: fact,
  claimType: g.IncomeCredential,
  fields: ['year'],
  ...more,
});
/** A grant to read two facts, with these fields of them. */
const grant = (fields: unknown, consent: object = {}) =>
  grantBody(authority, {
    mode: [READ],
    forPersonalData: [fact, other],
    inherit: false,
    [g.sharedFields]: typeof fields === 'string' ? fields : JSON.stringify(fields),
    ...consent,
  });

async function exchange(credential: unknown, features?: readonly string[]): Promise<Response> {
  const ticket = await authority.ticket([fact], features && { features });
  return authority.exchange(authority.bob, credential, ticket);
}

describe('fields that a citizen shares', () => {
  it('are in the token, of the facts they are of', async () => {
    const issued = await issue(authority, authority.alice, grant([shared()]));
    const answer = tokenResponseSchema.parse(await (await exchange(issued)).json());
    const { permissions } = requestingPartyTokenSchema.parse(decodeJwt(answer.access_token));
    const fields = { [g.IncomeCredential]: ['year'] };
    expect(permissions).toEqual([
      { resource: fact, modes: ['read'], inherit: false, fields },
      { resource: other, modes: ['read'], inherit: false },
    ]);
  });

  it('open nothing at a vault server that would give out whole facts', async () => {
    const issued = await issue(authority, authority.alice, grant([shared()]));
    for (const features of [[], ['something-else']]) {
      const response = await exchange(issued, features);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        error: 'request_denied',
        code: 'vault_gives_whole_facts',
      });
    }
    const whole = await issue(
      authority,
      authority.alice,
      grantBody(authority, { mode: [READ], forPersonalData: [fact], inherit: false }),
    );
    expect((await exchange(whole, [])).status).toBe(200);
  });

  it('are still limited after the authority asked for the grant', async () => {
    const issued = await issue(authority, authority.alice, grant([shared()]));
    for (const [features, status] of [
      [['fields'], 200],
      [[], 403],
    ] as const) {
      const ticket = await authority.ticket([fact], { features });
      const asked = await authority.send(
        'POST',
        'token',
        authority.bob,
        new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:uma-ticket',
          ticket,
        }).toString(),
      );
      const { ticket: next } = (await asked.json()) as { ticket: string };
      expect((await authority.exchange(authority.bob, issued, next)).status).toBe(status);
    }
  });

  it.each<[string, () => object]>([
    ['what is no JSON', () => grant('year')],
    ['an empty list', () => grant([])],
    ['no fields', () => grant([shared({ fields: [] })])],
    ['a member more', () => grant([shared({ more: true })])],
    ['a fact that is not granted', () => grant([shared({ resource: authority.inPod('x') })])],
    ['a fact twice', () => grant([shared(), shared()])],
    [
      'a fact in a container that is granted',
      () =>
        grant([shared()], { forPersonalData: [fact, authority.inPod('facts/')], inherit: true }),
    ],
    ['writing', () => grant([shared()], { mode: [READ, WRITE] })],
  ])('are not signed with %s', async (_, body) => {
    const response = await authority.send('POST', 'issue', authority.alice, body());
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('sharedFields');
  });
});
