import { verifyProof } from '@grondslag/claims';
import {
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
  explanationToFields,
  revocationEntryOf,
} from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V1, INRUPT_V2 } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthorityError } from '../errors.ts';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  READ,
  requestBody,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority();
});
afterAll(() => authority.close());

async function publicKey() {
  const document = (await (await authority.send('GET', '')).json()) as {
    verificationMethod: { id: string; publicKeyMultibase: string }[];
  };
  return (id: string) => document.verificationMethod.find((m) => m.id === id)?.publicKeyMultibase;
}

describe('POST issue', () => {
  it('signs a request, in the shape of the contract, with length and location', async () => {
    const { bob, alice, baseUrl } = authority;
    const response = await authority.send('POST', 'issue', bob, requestBody(authority));
    expect(response.status).toBe(201);
    const text = await response.text();
    expect(response.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)));
    const request = accessRequestSchema.parse(JSON.parse(text));
    expect(response.headers.get('Location')).toBe(request.id);
    expect(request.id).toMatch(/^https:\/\/access\.example\/vc\/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(request.issuer).toBe(baseUrl);
    expect(request.credentialSubject.id).toBe(bob.webId);
    expect(request.credentialSubject.hasConsent.isConsentForDataSubject).toBe(alice.webId);
    expect(request.proof.verificationMethod).toBe(`${baseUrl}#key-1`);
    expect(await verifyProof(request, await publicKey())).toMatchObject({ verified: true });
  });

  it('signs a grant and a denial of the citizen who controls the resources', async () => {
    const grant = await issue(authority, authority.alice, grantBody(authority));
    expect(accessGrantSchema.parse(grant).credentialSubject.id).toBe(authority.alice.webId);
    const denial = await issue(authority, authority.alice, denialBody(authority));
    expect(accessDenialSchema.parse(denial).type).toContain('SolidAccessDenial');
  });

  it('accepts a Bearer token as well', async () => {
    const response = await authority.app.request(`${authority.baseUrl}issue`, {
      method: 'POST',
      headers: await authority.bob.bearer(),
      body: JSON.stringify(requestBody(authority)),
    });
    expect(response.status).toBe(201);
  });

  it('keeps the fields of an agency, and signs what JSON will say', async () => {
    const fields = {
      'https://example.org/ns/count': -0,
      'https://example.org/ns/rate': 1.5,
      'https://example.org/ns/urgent': true,
      ...explanationToFields({
        needs: [
          {
            resource: authority.inPod('facts/'),
            claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
            reason: { nl: 'Om “recht” te bepalen €' },
            required: true,
          },
        ],
        purposeInWords: { nl: 'Toeslag' },
        otherRoute: { text: { nl: 'Bel ons' }, phone: '1700' },
      }),
    };
    const request = await issue(authority, authority.bob, requestBody(authority, fields));
    const { hasConsent } = accessRequestSchema.parse(request).credentialSubject;
    expect(hasConsent).toMatchObject({ ...fields, 'https://example.org/ns/count': 0 });
    expect(await verifyProof(request, await publicKey())).toMatchObject({ verified: true });
  });

  it('writes short names and single values in full', async () => {
    const request = await issue(
      authority,
      authority.bob,
      requestBody(
        authority,
        {
          mode: 'Read',
          hasStatus: 'ConsentStatusRequested',
          forPersonalData: authority.inPod('a.txt'),
          inherit: 'false',
          template: ['https://vault.example/{x}'],
        },
        { '@context': [CREDENTIALS_V1, INRUPT_V1] },
      ),
    );
    expect(accessRequestSchema.parse(request).credentialSubject.hasConsent).toMatchObject({
      mode: [READ],
      hasStatus: gc.ConsentStatusRequested,
      forPersonalData: [authority.inPod('a.txt')],
      inherit: false,
      template: ['https://vault.example/{x}'],
    });
  });

  it('ends every grant within a year', async () => {
    const body = grantBody(authority, {}, { expirationDate: null });
    const { expirationDate = '' } = await issue(authority, authority.alice, body);
    const days = (new Date(expirationDate).getTime() - authority.now().getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(364);
    expect(days).toBeLessThanOrEqual(366);
  });

  it('leaves a request without an end as it is', async () => {
    const body = requestBody(authority, {}, { expirationDate: null });
    expect(await issue(authority, authority.bob, body)).not.toHaveProperty('expirationDate');
  });

  it('keeps the issuance date of the caller', async () => {
    const issuanceDate = authority.inDays(-1);
    const grant = await issue(
      authority,
      authority.alice,
      grantBody(authority, {}, { issuanceDate }),
    );
    expect(grant.issuanceDate).toBe(issuanceDate);
  });

  it('gives places in the status list that tell nothing of the order', async () => {
    const indexes: number[] = [];
    for (let count = 0; count < 4; count++) {
      const credential = await issue(authority, authority.bob, requestBody(authority));
      indexes.push(Number(revocationEntryOf(credential).revocationListIndex));
    }
    expect(new Set(indexes).size).toBe(4);
    expect(Math.max(...indexes)).toBeGreaterThan(1000);
  });
});

describe('POST issue refuses, and changes nothing:', () => {
  let before: object;
  beforeEach(async () => {
    before = await authority.countRows();
  });

  async function refusal(by: 'alice' | 'bob' | 'eve' | undefined, body: unknown) {
    const response = await authority.send('POST', 'issue', by && authority[by], body);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await authority.countRows()).toEqual(before);
    return { status: response.status, ...((await response.json()) as object) };
  }

  it('a call without token', async () => {
    const response = await authority.send('POST', 'issue', undefined, requestBody(authority));
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('DPoP, Bearer');
    expect(await authority.countRows()).toEqual(before);
  });

  const grants: [string, number, string, () => [object, object?]][] = [
    ['an unknown short term', 400, 'unknown_term', () => [{ purpose: 'x' }]],
    ['a compact IRI', 400, 'unknown_term', () => [{ 'acl:mode': WRITE }]],
    ['a JSON-LD keyword', 400, 'unknown_term', () => [{ '@id': 'https://x.example/' }]],
    ['a term in the credential', 400, 'unknown_term', () => [{}, { termsOfUse: 'x' }]],
    [
      'a second spelling of a term',
      400,
      'reserved_field',
      () => [{ [`${READ.slice(0, -4)}mode`]: WRITE }],
    ],
    [
      'a custom value that is a list',
      400,
      'invalid_credential',
      () => [{ 'https://x.example/a': [1] }],
    ],
    ['a NUL in a text', 400, 'invalid_credential', () => [{ 'https://x.example/a': 'a\0b' }]],
    [
      'half a surrogate pair',
      400,
      'invalid_credential',
      () => [{ 'https://x.example/a': '\ud800' }],
    ],
    [
      'an unknown context',
      400,
      'unknown_context',
      () => [{}, { '@context': [CREDENTIALS_V1, 'https://x.example/c'] }],
    ],
    [
      'a context object',
      400,
      'unknown_context',
      () => [{}, { '@context': [CREDENTIALS_V1, { a: 'b:c' }] }],
    ],
    ['the wrong first context', 400, 'invalid_credential', () => [{}, { '@context': [INRUPT_V2] }]],
    [
      'a type that every JavaScript object knows',
      400,
      'invalid_credential',
      () => [{}, { type: ['VerifiableCredential', 'constructor'] }],
    ],
    [
      'a purpose that turns the direction of text',
      400,
      'invalid_credential',
      () => [{ forPurpose: ['https://x.example/\u202egpj.exe'] }],
    ],
    ['no access type', 400, 'invalid_credential', () => [{}, { type: ['VerifiableCredential'] }]],
    [
      'two access types',
      400,
      'invalid_credential',
      () => [{}, { type: ['SolidAccessGrant', 'SolidAccessDenial'] }],
    ],
    [
      'the status of another type',
      400,
      'invalid_credential',
      () => [{ hasStatus: gc.ConsentStatusDenied }],
    ],
    ['no mode', 400, 'invalid_credential', () => [{ mode: [] }]],
    [
      'the mode Control',
      400,
      'invalid_credential',
      () => [{ mode: ['http://www.w3.org/ns/auth/acl#Control'] }],
    ],
    ['no resource', 400, 'invalid_credential', () => [{ forPersonalData: [] }]],
    [
      'a resource that is not http',
      400,
      'invalid_credential',
      () => [{ forPersonalData: ['file:///etc/passwd'] }],
    ],
    [
      'too many resources',
      400,
      'invalid_credential',
      () => [{ forPersonalData: Array.from({ length: 101 }, (_, i) => authority.inPod(`${i}`)) }],
    ],
    [
      'dot segments',
      400,
      'invalid_resource',
      () => [{ forPersonalData: [authority.inPod('../eve/x')] }],
    ],
    [
      'a resource elsewhere',
      400,
      'resource_outside_vaults',
      () => [{ forPersonalData: ['https://x.example/alice/'] }],
    ],
    [
      'resources on two vault servers',
      400,
      'resources_on_several_vaults',
      () => [{ forPersonalData: [authority.inPod('a'), `${authority.otherVault.baseUrl}alice/a`] }],
    ],
    ['no recipient', 400, 'invalid_credential', () => [{ isProvidedTo: undefined }]],
    [
      'both links',
      400,
      'invalid_credential',
      () => [{ request: 'https://x.example/', verifiedRequest: 'https://x.example/' }],
    ],
    ['a date that is none', 400, 'invalid_credential', () => [{}, { expirationDate: 'tomorrow' }]],
    [
      'an end in the past',
      400,
      'expiry_in_past',
      () => [{}, { expirationDate: authority.inDays(-1) }],
    ],
    [
      'an end too far away',
      400,
      'expiry_too_far',
      () => [{}, { expirationDate: authority.inDays(400) }],
    ],
    [
      'an end before the start',
      400,
      'expiry_before_issuance',
      () => [
        {},
        {
          issuanceDate: new Date(authority.now().getTime() + 200_000).toISOString(),
          expirationDate: new Date(authority.now().getTime() + 100_000).toISOString(),
        },
      ],
    ],
    [
      'a start in the future',
      400,
      'issuance_in_future',
      () => [{}, { issuanceDate: authority.inDays(1) }],
    ],
    [
      'a start long ago',
      400,
      'issuance_too_old',
      () => [{}, { issuanceDate: authority.inDays(-400) }],
    ],
    [
      'a subject who is not the caller',
      403,
      'subject_not_caller',
      () => [
        {},
        {
          credentialSubject: {
            id: authority.eve.webId,
            ...grantBody(authority).credential.credentialSubject,
          },
        },
      ],
    ],
    [
      'a resource the caller does not control',
      403,
      'not_controller',
      () => [
        {
          forPersonalData: [authority.inPod('a'), authority.inPod('a').replace('/alice/', '/eve/')],
        },
      ],
    ],
    [
      'a request that does not exist',
      409,
      'request_unknown',
      () => [{ verifiedRequest: `${authority.baseUrl}vc/none` }],
    ],
  ];
  it.each(grants)('%s', async (_what, status, code, members) => {
    const [consent, envelope] = members();
    const body = grantBody(authority, { ...consent }, { ...envelope });
    expect(await refusal('alice', body)).toMatchObject({ status, code });
  });

  it('names the term it does not know', async () => {
    const body = grantBody(authority, { forProcesing: 'x' });
    expect(await refusal('alice', body)).toMatchObject({
      code: 'unknown_term',
      detail: expect.stringContaining('forProcesing'),
    });
  });

  it('a request that asks nobody', async () => {
    const body = requestBody(authority, { isConsentForDataSubject: undefined });
    expect(await refusal('bob', body)).toMatchObject({ code: 'invalid_credential' });
  });

  it('a request for what the citizen who is asked does not control', async () => {
    const ofEve = authority.inPod('a').replace('/alice/', '/eve/');
    const body = requestBody(authority, { forPersonalData: [authority.inPod('a'), ofEve] });
    expect(await refusal('bob', body)).toMatchObject({
      status: 400,
      code: 'resource_not_of_citizen',
    });
  });

  it('a request with fields of a decision', async () => {
    const body = requestBody(authority, { isProvidedTo: authority.bob.webId });
    expect(await refusal('bob', body)).toMatchObject({ code: 'unknown_term' });
  });

  it('more than 256 kB', async () => {
    const body = requestBody(authority, { 'https://x.example/a': 'x'.repeat(262_144) });
    expect(await refusal('bob', body)).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('too many custom fields', async () => {
    const names = Array.from({ length: 21 }, (_, i) => [`https://x.example/${i}`, i]);
    const body = requestBody(authority, Object.fromEntries(names));
    expect(await refusal('bob', body)).toMatchObject({ code: 'invalid_credential' });
  });

  it.each(['', '{', 'null', '[]', '{"credential":null}', '{"credential":{}}', '"x"'])(
    'the body %j',
    async (body) => {
      expect(await refusal('bob', body)).toMatchObject({ status: 400 });
    },
  );

  it('a body that is not UTF-8', async () => {
    const url = `${authority.baseUrl}issue`;
    const response = await authority.app.request(url, {
      method: 'POST',
      headers: await authority.bob.dpop('POST', url),
      body: new Uint8Array([0x7b, 0xff]),
    });
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_body' });
  });

  it('a decision while the vault server does not answer', async () => {
    const { askControl } = authority;
    authority.askControl = async () => {
      throw new AuthorityError('vault_unreachable', 'no answer');
    };
    expect(await refusal('alice', grantBody(authority))).toMatchObject({
      status: 503,
      code: 'vault_unreachable',
    });
    authority.askControl = askControl;
  });
});
