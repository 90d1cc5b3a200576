import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { createClaimVerifier } from '../claim/create-claim-verifier.ts';
import { ALSO_KNOWN_AS } from '../claim/subject-link.ts';
import {
  CITIZEN,
  diploma,
  household,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import { fetchAndVerify, type ReadFacts } from './fetch-and-verify.ts';

let source: SampleSource;
let vault: Server;
let base: string;
const bodies = new Map<string, string>();
const types = new Map<string, string>();
const requests: { path: string; authorization: string | undefined }[] = [];
let accepted: string | undefined;
let bytesSent = 0;

beforeAll(async () => {
  source = await startSampleSource();
  vault = createServer((request, response) => {
    const path = request.url ?? '';
    accepted = request.headers.accept;
    requests.push({ path, authorization: request.headers.authorization });
    if (path === '/facts/endless') {
      const chunk = 'x'.repeat(65_536);
      const send = () => {
        while (!response.destroyed && response.write(chunk)) bytesSent += chunk.length;
      };
      response.on('drain', send);
      send();
      return;
    }
    if (path === '/facts/moved')
      return void response.writeHead(302, { location: '/facts/a' }).end();
    const body = bodies.get(path);
    if (body === undefined) response.writeHead(path.includes('gone') ? 404 : 403).end();
    else {
      const type = types.get(path) ?? (path.endsWith('/') ? 'text/turtle' : 'application/ld+json');
      response.writeHead(200, { 'content-type': type }).end(body);
    }
  });
  await new Promise<void>((resolve) => vault.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(vault.address() as AddressInfo).port}`;
  const sign = async (type: string, facts: object) =>
    JSON.stringify(await source.sign(source.credential(type, { ...facts })));
  bodies.set('/facts/a', await sign('DiplomaCredential', { diploma }));
  bodies.set('/facts/b', await sign('HouseholdCredential', { household }));
  bodies.set('/facts/large', JSON.stringify({ a: 'x'.repeat(5 << 20) }));
  bodies.set(
    '/facts/',
    `
    @prefix ldp: <http://www.w3.org/ns/ldp#> .
    <> a ldp:Container ; ldp:contains <a>, <b>, <sub/>, <sub/c>, <../secret>, <a?x>, <http://127.0.0.1:1/evil> .
    <other> ldp:contains <large> .`,
  );
  bodies.set('/broken/', 'not turtle');
  const members = Array.from({ length: 1_001 }, (_, index) => `<${index}>`).join(', ');
  bodies.set('/crowded/', `<> <http://www.w3.org/ns/ldp#contains> ${members} .`);
});
afterAll(async () => {
  vault.closeAllConnections();
  await Promise.all([source.stop(), new Promise((resolve) => vault.close(resolve))]);
});

/** Statements of the graph that is the proof. */
const IN_PROOF = /^(_:c14n\d+ .*) (_:c14n\d+) \.$/gm;
const toTrig = (nquads: string) => nquads.replaceAll(IN_PROOF, '$2 { $1 }');

/** A proof is a node, where there are no graphs. */
function toTurtle(nquads: string): string {
  const [, proof = ''] = /^(_:c14n\d+) <https:..w3id.org.security#proofValue>/m.exec(nquads) ?? [];
  return nquads.replaceAll(IN_PROOF, '$1 .').replace(/(#proof>) _:c14n\d+/, `$1 ${proof}`);
}

async function read(...paths: string[]) {
  requests.length = 0;
  const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
  return await fetchAndVerify({
    resources: paths.map((path) => base + path),
    citizen: CITIZEN,
    fetch: (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, authorization: 'Bearer t' } }),
    verifier,
  });
}

describe(fetchAndVerify, () => {
  it('reads resources and verifies each, once', async () => {
    const { claims, leftOut } = await read('/facts/a', '/facts/b', '/facts/a');
    expect(claims.map(({ resource, fact }) => [resource, fact.type])).toEqual([
      [`${base}/facts/a`, 'diploma'],
      [`${base}/facts/b`, 'household'],
    ]);
    expect(leftOut).toEqual([]);
    expect(requests).toHaveLength(2);
    expect(source.requests.length).toBe(1);
  });

  it('reads the direct members of a container, and goes nowhere else', async () => {
    const { claims, leftOut } = await read('/facts/');
    expect(claims.map(({ fact }) => fact.type)).toEqual(['diploma', 'household']);
    expect(leftOut).toEqual([]);
    expect(requests.map(({ path }) => path)).toEqual(['/facts/', '/facts/a', '/facts/b']);
  });

  it.each([
    ['/facts/none', 'not_readable', 'HTTP 403'],
    ['/none/', 'not_readable', 'HTTP 403'],
    ['/facts/gone', 'not_found', 'HTTP 404'],
    ['/gone/', 'not_found', 'HTTP 404'],
    ['/broken/', 'not_readable', 'not a container in Turtle'],
    ['/facts/moved', 'not_readable', 'TypeError'],
    ['/facts/large', 'too_large', undefined],
    ['/crowded/', 'too_large', 'more than 1000 members'],
  ])('leaves out %s: %s', async (path, reason, detail) => {
    const { claims, leftOut } = await read(path, '/facts/a');
    expect(leftOut).toEqual([{ resource: base + path, reason, ...(detail && { detail }) }]);
    expect(claims).toHaveLength(1);
  });

  it('accepts what is about a subject linked to the citizen, by a link among the resources', async () => {
    const id = 'did:example:pseudonym';
    const link = {
      ...source.credential('', {}),
      type: ['VerifiableCredential', g.SubjectLinkCredential],
      credentialSubject: { id: CITIZEN, [ALSO_KNOWN_AS]: { id } },
    };
    const linked = source.credential(
      'DiplomaCredential',
      {},
      { credentialSubject: { id, diploma } },
    );
    const other = { credentialSubject: { id: 'did:example:other', diploma } };
    const stranger = source.credential('DiplomaCredential', {}, other);
    for (const [path, credential] of Object.entries({ link, linked, stranger })) {
      bodies.set(`/links/${path}`, JSON.stringify(await source.sign(credential)));
    }
    const all = ['/links/linked', '/links/stranger', '/links/link', '/facts/a'];
    const reasons = ({ leftOut }: ReadFacts) => leftOut.map(({ reason }) => reason);
    const untrusted = await read(...all);
    expect(untrusted.claims).toHaveLength(1);
    expect(reasons(untrusted)).toEqual([
      'wrong_subject',
      'wrong_subject',
      'issuer_not_trusted_for_claim',
    ]);

    const claimTypes = [...source.participant.claimTypes, g.SubjectLinkCredential];
    const verifier = createClaimVerifier({
      sources: [{ ...source.participant, claimTypes }],
      fetch,
      now: () => NOW,
    });
    const resources = all.map((path) => base + path);
    const found = await fetchAndVerify({ resources, citizen: CITIZEN, fetch, verifier });
    expect(found.links).toMatchObject([{ id, resource: `${base}/links/link`, holdsAt: NOW }]);
    expect(found.claims.map(({ subject }) => subject)).toEqual([id, CITIZEN]);
    expect(reasons(found)).toEqual(['wrong_subject']);
  });

  it('leaves out what is older than asked, by resource and kind', async () => {
    const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
    const { claims, leftOut } = await fetchAndVerify({
      resources: [`${base}/facts/a`, `${base}/facts/b`],
      citizen: CITIZEN,
      fetch,
      verifier,
      maxAgeDays: ({ claimType, resource }) =>
        claimType === g.HouseholdCredential && resource.endsWith('b') ? 30 : undefined,
    });
    expect(claims.map(({ fact }) => fact.type)).toEqual(['diploma']);
    expect(leftOut).toMatchObject([{ resource: `${base}/facts/b`, reason: 'too_old' }]);
  });

  it('stops reading at the limit', async () => {
    const { leftOut } = await read('/facts/endless');
    expect(leftOut).toEqual([{ resource: `${base}/facts/endless`, reason: 'too_large' }]);
    // What the sockets between us hold comes on top.
    expect(bytesSent).toBeLessThan(16 << 20);
  });

  it('says the code of an error, and nothing that may be secret', async () => {
    const verifier = createClaimVerifier({ sources: [source.participant], fetch });
    const failing = () =>
      Promise.reject(Object.assign(new Error('token abc'), { code: 'ticket_refused' }));
    const { leftOut } = await fetchAndVerify({
      resources: [`${base}/facts/a`],
      citizen: CITIZEN,
      fetch: failing,
      verifier,
    });
    expect(leftOut).toEqual([
      { resource: `${base}/facts/a`, reason: 'not_readable', detail: 'ticket_refused' },
    ]);
  });

  it.each([
    ['text/turtle; charset=utf-8', '/facts/turtle', toTurtle],
    ['application/trig', '/facts/trig', toTrig],
    ['application/n-quads', '/facts/n-quads', (nquads: string) => nquads],
  ])('verifies what a vault has as %s, by the type it names', async (type, path, write) => {
    const signed = JSON.parse(bodies.get('/facts/a') ?? '');
    const text = await canonicalize(signed);
    bodies.set(path, write(text));
    types.set(path, type);
    const { claims, leftOut } = await read(path);
    expect(leftOut).toEqual([]);
    expect(claims).toMatchObject([{ fact: { type: 'diploma' } }]);
    expect(accepted).toMatch(/^application\/ld\+json,.*text\/turtle;q=/);
    bodies.set(path, (bodies.get(path) ?? '').replace(diploma.title, 'Doctor'));
    expect((await read(path)).leftOut).toMatchObject([{ reason: 'invalid_proof' }]);
  });

  it('does not take JSON that is called Turtle, and takes JSON that is called nothing we know', async () => {
    bodies.set('/facts/named', bodies.get('/facts/a') ?? '');
    types.set('/facts/named', 'text/turtle');
    expect((await read('/facts/named')).leftOut).toMatchObject([{ reason: 'not_a_credential' }]);
    types.set('/facts/named', 'application/octet-stream');
    expect((await read('/facts/named')).claims).toHaveLength(1);
  });

  it('does not send the token of the vault to a source', async () => {
    expect(requests.every(({ authorization }) => authorization === 'Bearer t')).toBe(true);
    await read('/facts/a');
    expect(requests).toEqual([{ path: '/facts/a', authorization: 'Bearer t' }]);
  });
});
