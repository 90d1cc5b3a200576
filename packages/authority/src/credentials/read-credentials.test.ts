import { decodeStatusBits, readStatusBit, verifyProof } from '@grondslag/claims';
import { type AccessCredential, queryResponseSchema, revocationEntryOf } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  requestBody,
  SERVICE_PROVISION,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let request: AccessCredential;
let grant: AccessCredential;
beforeAll(async () => {
  authority = await createTestAuthority();
  request = await issue(authority, authority.bob, requestBody(authority));
  grant = await issue(authority, authority.alice, grantBody(authority, { request: request.id }));
});
afterAll(() => authority.close());

const pathOf = (url: string) => url.slice(authority.baseUrl.length);

function revoke(id: string, by?: Person) {
  return authority.send('POST', 'status', by, {
    credentialId: id,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  });
}

async function verify(verifiableCredential: unknown) {
  const response = await authority.send('POST', 'verify', undefined, { verifiableCredential });
  expect(response.status).toBe(200);
  return (await response.json()) as { checks: string[]; warnings: string[]; errors: string[] };
}

describe('GET vc/{id}', () => {
  it('shows a credential to those it is from and for', async () => {
    const { alice, bob } = authority;
    for (const [credential, person] of [
      [request, bob],
      [request, alice],
      [grant, alice],
      [grant, bob],
    ] as const) {
      const response = await authority.send('GET', pathOf(credential.id), person);
      expect(response.status).toBe(200);
      expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
      expect(response.headers.get('Content-Length')).toBeTruthy();
      expect(await response.json()).toEqual(credential);
    }
  });

  it('answers 304 to who has it', async () => {
    const url = grant.id;
    const first = await authority.send('GET', url, authority.bob);
    const etag = first.headers.get('ETag') ?? '';
    const again = await authority.app.request(url, {
      headers: { ...(await authority.bob.dpop('GET', url)), 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('refuses others with 403, nobody with 401, and an unknown one with 404', async () => {
    expect((await authority.send('GET', pathOf(grant.id), authority.eve)).status).toBe(403);
    expect((await authority.send('GET', pathOf(grant.id))).status).toBe(401);
    for (const id of ['0', '01890a5d-ac96-774b-bcce-b302099a8057', "x'--", '%00']) {
      expect((await authority.send('GET', `vc/${id}`, authority.bob)).status).toBe(404);
    }
  });
});

describe('POST verify', () => {
  it('finds no errors in a credential of ours, also when its JSON was rewritten', async () => {
    expect(await verify(grant)).toEqual({
      checks: ['proof', 'credentialStatus', 'expirationDate'],
      warnings: [],
      errors: [],
    });
    const rewritten = structuredClone(grant) as unknown as {
      credentialSubject: { providedConsent: { mode: unknown; forPersonalData: unknown } };
    };
    const consent = rewritten.credentialSubject.providedConsent;
    consent.mode = 'Read';
    consent.forPersonalData = (consent.forPersonalData as string[])[0];
    expect((await verify(rewritten)).errors).toEqual([]);
  });

  it('reports a changed mode', async () => {
    const text = JSON.stringify(grant).replaceAll('acl#Read', 'acl#Write');
    expect((await verify(JSON.parse(text))).errors).toEqual(['proof: invalid_proof']);
  });

  it('reports an issuer it does not know', async () => {
    const text = JSON.stringify(grant).replaceAll('access.example/#key', 'other.example/#key');
    expect((await verify(JSON.parse(text))).errors).toEqual(['proof: unknown_key']);
  });

  it('reports what it never issued without working through it', async () => {
    const wide = { 'https://x.example/b': Array.from({ length: 9 }, () => ({})) };
    const costly = { 'https://x.example/a': Array.from({ length: 500 }, () => wide) };
    const invented = { ...grant, ...costly, id: `${grant.id}\0` };
    expect((await verify(invented)).errors).toEqual(['proof: not_a_credential']);
    const proof = { ...grant.proof, proofValue: 'z111' };
    const startedAt = performance.now();
    expect((await verify({ ...grant, ...costly, proof })).errors).toEqual(['proof: not_issued']);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  it('reports what it signed but never issued as a credential', async () => {
    const list = await (await authority.send('GET', 'status/1')).json();
    expect((await verify(list)).errors).toEqual(['proof: not_issued']);
  });

  it('reports one that is not yet valid, and one that has expired', async () => {
    const soon = new Date(authority.now().getTime() + 200_000).toISOString();
    const body = grantBody(authority, {}, { issuanceDate: soon });
    const early = await issue(authority, authority.alice, body);
    expect((await verify(early)).errors).toEqual(['issuanceDate: not_yet_valid']);
    authority.advance(11 * 86_400_000);
    expect((await verify(early)).errors).toEqual(['expirationDate: expired']);
    authority.advance(-11 * 86_400_000);
  });

  it('reports one that was withdrawn', async () => {
    const withdrawn = await issue(authority, authority.alice, grantBody(authority));
    await revoke(withdrawn.id, authority.alice);
    expect((await verify(withdrawn)).errors).toEqual(['credentialStatus: revoked']);
  });

  it.each(['', '{', '[]', '{}', '{"verifiablePresentation":{}}', `{"a":"${'x'.repeat(300_000)}"}`])(
    'answers 200 with an error to a body it cannot use',
    async (body) => {
      const response = await authority.send('POST', 'verify', undefined, body);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ warnings: [], errors: [expect.any(String)] });
    },
  );
});

describe('POST status', () => {
  it('sets the bit of the credential, for good and only once', async () => {
    const { baseUrl, alice } = authority;
    const withdrawn = await issue(authority, alice, grantBody(authority));
    const { revocationListCredential, revocationListIndex } = revocationEntryOf(withdrawn);
    const bit = async () => {
      const response = await authority.send('GET', pathOf(revocationListCredential));
      const list = (await response.json()) as { credentialSubject: { encodedList: string } };
      const { encodedList } = list.credentialSubject;
      const bits = await decodeStatusBits(encodedList, 'revocation-list-2020');
      expect(bits).toHaveLength(131_072 / 8);
      return { set: readStatusBit(bits, Number(revocationListIndex)), list, response };
    };
    const before = await bit();
    expect(before.set).toBe(false);
    expect((await bit()).list).toEqual(before.list);
    expect((await revoke(withdrawn.id, alice)).status).toBe(200);
    const after = await bit();
    expect(after.set).toBe(true);
    expect(after.response.headers.get('Cache-Control')).toBe('public, max-age=30');
    expect(after.response.headers.get('ETag')).not.toBe(before.response.headers.get('ETag'));
    const controller = (await (await authority.send('GET', '')).json()) as {
      verificationMethod: { publicKeyMultibase: string }[];
    };
    const key = controller.verificationMethod[0]?.publicKeyMultibase;
    expect(await verifyProof(after.list, () => key)).toMatchObject({
      verified: true,
      verificationMethod: `${baseUrl}#key-1`,
    });
    expect((await revoke(withdrawn.id, alice)).status).toBe(200);
    expect((await bit()).list).toEqual(after.list);
  });

  it('refuses anybody but the maker of the credential', async () => {
    expect((await revoke(grant.id)).status).toBe(401);
    expect((await revoke(grant.id, authority.bob)).status).toBe(403);
    expect((await revoke(request.id, authority.alice)).status).toBe(403);
    expect((await revoke(`${authority.baseUrl}vc/x`, authority.bob)).status).toBe(404);
    expect((await verify(grant)).errors).toEqual([]);
  });

  it('refuses to bring a credential back', async () => {
    const response = await authority.send('POST', 'status', authority.alice, {
      credentialId: grant.id,
      credentialStatus: [{ type: 'RevocationList2020Status', status: '0' }],
    });
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_body' });
  });

  it('answers 404 for a list there is not', async () => {
    for (const list of ['2', '0', '99999999999', 'x']) {
      expect((await authority.send('GET', `status/${list}`)).status).toBe(404);
    }
  });
});

describe('GET query', () => {
  async function query(parameters: Record<string, string>, by: Person = authority.alice) {
    const search = new URLSearchParams(parameters).toString();
    const response = await authority.send('GET', `query?${search}`, by);
    expect(response.status).toBe(200);
    const { items } = queryResponseSchema.parse(await response.json());
    return { ids: items.map(({ id }) => id), link: response.headers.get('Link') ?? '' };
  }

  it('finds by every filter, and never what others share', async () => {
    const { alice, bob, eve } = authority;
    const other = authority.inPod('other.txt').replace('/alice/', '/eve/');
    const elsewhere = await issue(
      authority,
      eve,
      denialBody(authority, { forPersonalData: [other], isProvidedTo: bob.webId }),
    );
    const all = { pageSize: '100' };
    expect((await query({ ...all })).ids).toContain(grant.id);
    expect((await query({ ...all })).ids).not.toContain(elsewhere.id);
    expect((await query({ ...all }, eve)).ids).toEqual([elsewhere.id]);
    expect((await query({ type: 'SolidAccessRequest' })).ids).toEqual([request.id]);
    expect((await query({ status: 'Granted' })).ids).toEqual([request.id]);
    expect((await query({ status: 'Active', ...all })).ids).toContain(grant.id);
    expect((await query({ status: 'Active', ...all })).ids).not.toContain(request.id);
    expect((await query({ status: 'Pending' })).ids).toEqual([]);
    expect((await query({ purpose: SERVICE_PROVISION })).ids).toEqual([request.id]);
    expect((await query({ purpose: 'https://x.example/' })).ids).toEqual([]);
    expect((await query({ resource: authority.inPod('facts/') })).ids).toEqual([request.id]);
    expect((await query({ resource: other }, bob)).ids).toEqual([elsewhere.id]);
    expect((await query({ fromAgent: bob.webId })).ids).toEqual([request.id]);
    expect((await query({ toAgent: alice.webId })).ids).toEqual([request.id]);
    expect((await query({ toAgent: alice.webId }, bob)).ids).toEqual([request.id]);
    expect((await query({ fromAgent: eve.webId }, bob)).ids).toEqual([elsewhere.id]);
    const revoked = (await query({ status: 'Revoked', revokedWithin: 'P1D' })).ids;
    expect(revoked.length).toBeGreaterThan(0);
    expect((await query({ revokedWithin: 'P3M', ...all })).ids).toEqual(revoked);
    expect((await query({ type: 'SolidAccessRequest', issuedWithin: 'P7D' })).ids).toHaveLength(1);
    authority.advance(8 * 86_400_000);
    expect((await query({ type: 'SolidAccessRequest', issuedWithin: 'P7D' })).ids).toEqual([]);
    expect((await query({ type: 'SolidAccessRequest', issuedWithin: 'P1M' })).ids).toHaveLength(1);
    authority.advance(-8 * 86_400_000);
  });

  it('pages from new to old by absolute links, and the last page has no next', async () => {
    const { eve } = authority;
    const made: string[] = [(await query({}, eve)).ids[0] ?? ''];
    for (let count = 0; count < 4; count++) {
      made.unshift((await issue(authority, eve, requestBody(authority))).id);
    }
    const seen: string[] = [];
    let parameters: Record<string, string> | undefined = { pageSize: '2' };
    while (parameters) {
      const { ids, link } = await query(parameters, eve);
      seen.push(...ids);
      expect(link).toContain(`<${authority.baseUrl}query?pageSize=2>; rel="first"`);
      const next = /<(https:[^>]+)>; rel="next"/.exec(link)?.[1];
      parameters = next ? Object.fromEntries(new URL(next).searchParams) : undefined;
    }
    expect(seen).toEqual(made);
    expect((await query({ pageSize: '5' }, eve)).link).not.toContain('rel="next"');
    expect((await query({ pageSize: '1000' }, eve)).ids).toHaveLength(5);
  });

  it.each([
    'type=Other',
    'status=Open',
    'issuedWithin=P2D',
    'pageSize=0',
    'pageSize=x',
    'page=x',
    'resource=x',
    'resource=http://x/%00',
  ])('refuses %s', async (search) => {
    const response = await authority.send('GET', `query?${search}`, authority.bob);
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_query' });
  });

  it('refuses a call without token', async () => {
    expect((await authority.send('GET', 'query')).status).toBe(401);
  });
});
