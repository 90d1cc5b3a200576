import { hash } from 'node:crypto';
import { request } from 'node:http';
import {
  addProof,
  createContexts,
  createKeyResolver,
  deriveCredential,
  generateSigningKey,
  issueCredential,
  signPresentation,
} from '@grondslag/claims';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../run-command.ts';
import { createVcApi } from './create-vc-api.ts';

type Json = Record<string, unknown>;
interface Proof extends Json {
  readonly proofValue: string;
}
interface Issued extends Json {
  readonly proof: Proof;
}

/** What the test suites of the W3C ask of a VC API, with the sentences of the recommendations they ask it for. */
describe('grondslag claims serve --vc-api', () => {
  let url: string;
  let stop: () => void;
  let ended: Promise<number>;
  /** Suite → its issuer: what the server says when it starts. */
  const issuers = new Map<string, string>();

  beforeAll(async () => {
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let said = '';
    url = await new Promise<string>((resolve, reject) => {
      ended = runCommand(['claims', 'serve', '--vc-api', '--port', '0'], {
        env: {},
        folder: '.',
        createAgency: () => reject(new Error('no agency is needed')) as never,
        stopped: async () => {
          resolve(/http:\S+/.exec(said)?.[0] ?? '');
          await stopped;
        },
        print: () => {},
        printError: (text) => {
          said += text;
        },
      });
    });
    for (const [, suites = '', method = ''] of said.matchAll(/^ {2}(.+): (did:key:\S+)$/gm)) {
      for (const suite of suites.split(', ')) issuers.set(suite, method.split('#')[0] ?? '');
    }
  });
  afterAll(async () => {
    stop();
    expect(await ended).toBe(0);
  });

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const type = response.headers.get('content-type');
    return { status: response.status, type, body: (await response.json()) as Json };
  }

  const credential = (suite: string): Json => ({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://w3id.org/grondslag/contexts/claims/v1',
    ],
    id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
    type: ['VerifiableCredential', 'IncomeCredential'],
    issuer: issuers.get(suite),
    validFrom: '2026-01-05T09:00:00Z',
    credentialSubject: {
      id: 'did:example:alice',
      income: { type: 'Income', year: '2025', amount: '21430.50', currency: 'EUR' },
    },
  });

  async function issue(suite = 'eddsa-rdfc-2022', options: Json = {}): Promise<Issued> {
    const { status, body } = await post('credentials/issue', {
      credential: credential(suite),
      options: { cryptosuite: suite, ...options },
    });
    expect(status).toBe(201);
    return body as Issued;
  }
  const verify = (verifiableCredential: unknown, options: Json = { checks: ['proof'] }) =>
    post('credentials/verify', { verifiableCredential, options });

  async function expectRefused(answer: Awaited<ReturnType<typeof post>>) {
    expect([400, 422]).toContain(answer.status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body['verified']).not.toBe(true);
    expect(JSON.stringify(answer.body)).not.toContain('21430');
  }

  describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019'])('%s', (suite) => {
    // https://www.w3.org/TR/vc-di-eddsa/#dataintegrityproof, https://www.w3.org/TR/vc-di-ecdsa/#dataintegrityproof
    it('issues: "The type property MUST be DataIntegrityProof", "The cryptosuite property of the proof MUST be …"', async () => {
      const { proof } = await issue(suite);
      expect(proof).toMatchObject({
        type: 'DataIntegrityProof',
        cryptosuite: suite,
        proofPurpose: 'assertionMethod',
        verificationMethod: expect.stringMatching(/^did:key:(z\w+)#\1$/),
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      });
      // "… encoded using the base-58-btc header and alphabet"
      expect(proof.proofValue).toMatch(/^z[1-9A-HJ-NP-Za-km-z]+$/);
    });

    it('verifies what it issued, and with the purpose that is expected', async () => {
      const issued = await issue(suite);
      expect(await verify(issued)).toMatchObject({ status: 200, body: { verified: true } });
      const asked = await verify(issued, { expectedProofPurpose: 'assertionMethod' });
      expect(asked.status).toBe(200);
    });

    it('refuses a credential of which anything was changed', async () => {
      const issued = await issue(suite);
      await expectRefused(await verify({ ...issued, validFrom: '2025-01-05T09:00:00Z' }));
      await expectRefused(await verify({ ...issued, more: 'than the contexts define' }));
    });

    // https://www.w3.org/TR/vc-data-integrity/#verify-proof and #proofs
    it.each<[string, (proof: Proof) => unknown]>([
      ['the proof is missing', () => undefined],
      ['the proof is null', () => null],
      ['type is missing', ({ type: _, ...proof }) => proof],
      ['type is another', (proof) => ({ ...proof, type: 'UnknownProof2023' })],
      ['verificationMethod is missing', ({ verificationMethod: _, ...proof }) => proof],
      ['verificationMethod is no URL', (proof) => ({ ...proof, verificationMethod: 'key' })],
      ['verificationMethod is not a string', (proof) => ({ ...proof, verificationMethod: 1 })],
      ['proofPurpose is missing', ({ proofPurpose: _, ...proof }) => proof],
      ['proofPurpose is another', (proof) => ({ ...proof, proofPurpose: 'authentication' })],
      ['proofValue is missing', ({ proofValue: _, ...proof }) => proof],
      ['proofValue is null', (proof) => ({ ...proof, proofValue: null })],
      ['proofValue is not multibase', (p) => ({ ...p, proofValue: p.proofValue.slice(1) })],
      ['proofValue is too long', (p) => ({ ...p, proofValue: `${p.proofValue}11111111` })],
      ['cryptosuite is missing', ({ cryptosuite: _, ...proof }) => proof],
      ['cryptosuite is unknown', (proof) => ({ ...proof, cryptosuite: 'unknown-2023' })],
      ['created is no instant', (proof) => ({ ...proof, created: 'yesterday' })],
      ['created has no zone', (proof) => ({ ...proof, created: '2026-01-05T09:00:00' })],
      ['expires has passed', (proof) => ({ ...proof, expires: '2020-01-05T09:00:00Z' })],
      ['previousProof is not there', (proof) => ({ ...proof, previousProof: 'urn:uuid:1' })],
      ['previousProof is not a string', (proof) => ({ ...proof, previousProof: 1 })],
    ])('MUST raise an error when %s', async (_, change) => {
      const issued = await issue(suite);
      await expectRefused(await verify({ ...issued, proof: change(issued.proof) }));
    });

    // "If a canonicalization algorithm other than …", "If the cryptosuite field is not the string …, an error MUST be raised"
    it('MUST raise an error when the proof was made in another suite than it says', async () => {
      const issued = await issue(suite);
      for (const cryptosuite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019']) {
        const { '@context': _, ...proof } = issued.proof;
        if (cryptosuite === suite) continue;
        await expectRefused(await verify({ ...issued, proof: { ...proof, cryptosuite } }));
        await expectRefused(await verify({ ...issued, proof: { ...issued.proof, cryptosuite } }));
      }
    });

    it('MUST raise an error when the purpose, the domain or the challenge is not what was expected', async () => {
      const issued = await issue(suite);
      await expectRefused(await verify(issued, { expectedProofPurpose: 'authentication' }));
      const domain = await verify(issued, { domain: 'domain.example' });
      await expectRefused(domain);
      expect(domain.body['type']).toBe('https://w3id.org/security#INVALID_DOMAIN_ERROR');
      const challenge = await verify(issued, { challenge: '1235abcd6789' });
      await expectRefused(challenge);
      expect(challenge.body['type']).toBe('https://w3id.org/security#INVALID_CHALLENGE_ERROR');
    });
  });

  it('issues the smallest credential there is', async () => {
    const smallest = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: issuers.get('eddsa-rdfc-2022'),
      credentialSubject: { name: 'Alice' },
    };
    const { status, body } = await post('credentials/issue', { credential: smallest });
    expect(status).toBe(201);
    expect((await verify(body)).status).toBe(200);
  });

  // https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains
  it('verifies a chain: "If a proof with id equal to previousProof does not exist in allProofs, an error MUST be raised"', async () => {
    const { key } = await generateSigningKey('urn:key');
    const multibase = key.publicKeyMultibase;
    const second = { ...key, id: `did:key:${multibase}#${multibase}` };
    const proofId = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544';
    const { proof: _, ...document } = await issue();
    const signing = { suite: 'eddsa-rdfc-2022', key: second, now: new Date() } as const;
    const base = await issueCredential(document, { ...signing, proofId });
    for (const after of [[], [proofId]]) {
      const { proof, ...chained } = await addProof(base, { ...signing, after });
      expect((await verify({ ...chained, proof })).status).toBe(200);
      if (after.length === 0) continue;
      await expectRefused(await verify({ ...chained, proof: proof.slice(1) }));
      const changed = proof.map((one) => ({ ...one, previousProof: ['urn:uuid:1'] }));
      await expectRefused(await verify({ ...chained, proof: changed }));
    }
  });

  // https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-sd-2023
  it('derives what is selected and what its issuer made mandatory, and verifies that alone', async () => {
    const base = await issue('ecdsa-sd-2023', { mandatoryPointers: ['/issuer'] });
    expect(base.proof.proofValue).toMatch(/^u/);
    await expectRefused(await verify(base));
    const selectivePointers = ['/credentialSubject/income/year'];
    const { status, body } = await post('credentials/derive', {
      verifiableCredential: base,
      options: { selectivePointers },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ credentialSubject: { income: { year: '2025' } } });
    expect(JSON.stringify(body)).not.toContain('21430.50');
    expect((await verify(body)).status).toBe(200);
    expect(body['credentialSubject']).toEqual(
      (await deriveCredential(base, selectivePointers))['credentialSubject'],
    );
    await expectRefused(
      await post('credentials/derive', {
        verifiableCredential: await issue(),
        options: { selectivePointers },
      }),
    );
  });

  // https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts
  it.each<[string, (credential: Json) => unknown]>([
    ['no @context', ({ '@context': _, ...rest }) => rest],
    ['another first context', (c) => ({ ...c, '@context': ['https://example.org/'] })],
    [
      'an unknown context',
      (c) => ({ ...c, '@context': [...(c['@context'] as []), 'https://example.org/'] }),
    ],
    ['no type', ({ type: _, ...rest }) => rest],
    ['not VerifiableCredential', (c) => ({ ...c, type: ['IncomeCredential'] })],
    ['no issuer', ({ issuer: _, ...rest }) => rest],
    ['an issuer that has no key here', (c) => ({ ...c, issuer: 'https://source.example/' })],
    ['no subject', ({ credentialSubject: _, ...rest }) => rest],
    ['an empty subject', (c) => ({ ...c, credentialSubject: {} })],
    ['a term that no context defines', (c) => ({ ...c, unheardOf: 'text' })],
    ['an id that is relative', (c) => ({ ...c, id: 'credential-1' })],
    ['a proof already', (c) => ({ ...c, proof: {} })],
  ])('issues nothing with %s', async (_, change) => {
    const sent = change(credential('eddsa-rdfc-2022'));
    await expectRefused(await post('credentials/issue', { credential: sent }));
  });

  it('verifies a presentation for its challenge and domain', async () => {
    const { key } = await generateSigningKey('urn:key');
    const multibase = key.publicKeyMultibase;
    const holder = { ...key, id: `did:key:${multibase}#${multibase}` };
    const options = { challenge: '1f44d55f', domain: 'https://verifier.example/' };
    const verifiablePresentation = await signPresentation(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: 'VerifiablePresentation',
        holder: `did:key:${multibase}`,
        verifiableCredential: [await issue(), await issue('ecdsa-rdfc-2019')],
      },
      { suite: 'eddsa-rdfc-2022', key: holder, now: new Date(), ...options },
    );
    const ask = (more: Json) =>
      post('presentations/verify', { verifiablePresentation, options: { ...options, ...more } });
    expect(await ask({})).toMatchObject({
      status: 200,
      body: { verified: true, credentialResults: [{ verified: true }, { verified: true }] },
    });
    await expectRefused(await ask({ challenge: 'another' }));
    await expectRefused(await ask({ domain: 'https://other.example/' }));
    await expectRefused(
      await post('presentations/verify', {
        verifiablePresentation: { ...verifiablePresentation, verifiableCredential: [] },
        options,
      }),
    );
  });

  it('answers in problem details, and says nothing of what was sent', async () => {
    for (const path of ['issue', 'verify', 'derive'].map((name) => `credentials/${name}`)) {
      await expectRefused(await post(path, '{"amount": 21430'));
      await expectRefused(await post(path, { amount: '21430' }));
      await expectRefused(await post(path, 'null'));
    }
    expect((await post('credentials/verify', `"${'x'.repeat(2_000_000)}"`)).status).toBe(413);
    expect(await post('elsewhere', {})).toMatchObject({
      status: 404,
      type: 'application/problem+json',
    });
  });

  it('is not for web pages: not of another name, not from another origin, not without asking first', async () => {
    const body = { credential: credential('eddsa-rdfc-2022') };
    expect((await post('credentials/issue', body, { origin: 'https://example.org' })).status).toBe(
      403,
    );
    expect((await post('credentials/issue', body, { 'content-type': 'text/plain' })).status).toBe(
      400,
    );
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example', 'content-type': 'application/json' };
      const sent = request(new URL('credentials/issue', url), { method: 'POST', headers });
      sent.once('response', (response) => resolve(response.resume().statusCode));
      sent.once('error', reject).end(JSON.stringify(body));
    });
    expect(status).toBe(403);
  });
});

describe(createVcApi, () => {
  const club = 'https://club.example/contexts/v1';
  const document = '{"@context":{"club":"https://club.example/terms#club"}}';

  it('takes contexts that were added, in all it answers, and no others', async () => {
    const { key: bare } = await generateSigningKey('urn:key');
    const did = `did:key:${bare.publicKeyMultibase}`;
    const key = { ...bare, id: `${did}#${bare.publicKeyMultibase}` };
    const add = [{ url: club, document, sha256: hash('sha256', document) }];
    const contexts = await createContexts({ add });
    const suites = ['eddsa-rdfc-2022'] as const;
    const options = {
      keys: [{ key, suites }],
      resolveKey: createKeyResolver({ methods: ['did:key'] }),
      now: () => new Date(),
      isLocal: false,
    };
    const [api, without] = [createVcApi({ ...options, contexts }), createVcApi(options)];
    const post = (to: typeof api, path: string, body: object) =>
      to.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2', club],
      type: ['VerifiableCredential'],
      issuer: did,
      credentialSubject: { id: 'did:example:alice', club: 'chess' },
    };
    expect((await post(without, '/credentials/issue', { credential })).status).toBe(400);
    const issued = await post(api, '/credentials/issue', { credential });
    expect(issued.status).toBe(201);
    const verifiableCredential = (await issued.json()) as object;
    const verified = await post(api, '/credentials/verify', { verifiableCredential });
    expect(verified.status).toBe(200);
    expect((await post(without, '/credentials/verify', { verifiableCredential })).status).toBe(422);
    const bound = { challenge: 'f2b0a4', domain: 'https://agency.example/' };
    const verifiablePresentation = await signPresentation(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2', club],
        type: 'VerifiablePresentation',
        holder: did,
        verifiableCredential: [verifiableCredential],
      },
      { suite: 'eddsa-rdfc-2022', key, now: new Date(), contexts, ...bound },
    );
    const shown = { verifiablePresentation, options: bound };
    expect((await post(api, '/presentations/verify', shown)).status).toBe(200);
    expect((await post(without, '/presentations/verify', shown)).status).toBe(422);
  });
});
