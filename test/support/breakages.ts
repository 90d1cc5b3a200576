import { gzipSync } from 'node:zlib';
import type { Breakage, PassedAnswer, PassedRequest } from './start-breaking-proxy.ts';

type Json = Record<string, unknown>;

/** Changes answers that `which` picks. */
function answers(
  which: (passed: PassedRequest, answer: PassedAnswer) => boolean,
  change: (answer: PassedAnswer, passed: PassedRequest) => void,
): Breakage {
  return async (passed, forward) => {
    const answer = await forward();
    if (which(passed, answer)) change(answer, passed);
    return answer;
  };
}

function editJson(answer: PassedAnswer, edit: (json: Json) => Json): void {
  answer.body = Buffer.from(JSON.stringify(edit(JSON.parse(answer.body.toString()) as Json)));
}

const to = (method: string, path: string) => (passed: PassedRequest) =>
  passed.method === method && passed.url.pathname === path;
const issued = (passed: PassedRequest, { status }: PassedAnswer) =>
  to('POST', '/issue')(passed) && status === 201;
const challenged = (_: PassedRequest, { headers }: PassedAnswer) =>
  headers['www-authenticate']?.startsWith('UMA ') ?? false;

function editChallenge(edit: (header: string) => string): Breakage {
  return answers(challenged, ({ headers }) => {
    headers['www-authenticate'] = edit(headers['www-authenticate'] ?? '');
  });
}

/** Answers as the first time. */
function remembering(which: (passed: PassedRequest, answer: PassedAnswer) => boolean): Breakage {
  const first = new Map<string, PassedAnswer>();
  return async (passed, forward) => {
    const known = first.get(passed.url.href);
    if (known) return { ...known, headers: { ...known.headers } };
    const answer = await forward();
    if (which(passed, answer))
      first.set(passed.url.href, { ...answer, headers: { ...answer.headers } });
    return answer;
  };
}

function withoutParameter(name: string): Breakage {
  return (passed, forward) => {
    const url = new URL(passed.url);
    if (url.pathname === '/query') url.searchParams.delete(name);
    return forward({ url });
  };
}

/** What an authority or a vault server can do wrong, and a case that must notice. */
export const breakages: Readonly<Record<string, readonly [caseId: string, breakage: Breakage]>> = {
  'puts its own challenge before UMA': [
    'challenge-uma-first',
    editChallenge((header) => `Bearer scope="openid webid", ${header}`),
  ],
  'leaves the quotes off the ticket': [
    'challenge-quoted',
    editChallenge((header) => header.replace(/ticket="([^"]*)"/, 'ticket=$1')),
  ],
  'hides the challenge from pages of other origins': [
    'challenge-exposed',
    answers(challenged, ({ headers }) => {
      delete headers['access-control-expose-headers'];
    }),
  ],
  'gives the same ticket again and again': ['challenge-new-ticket', remembering(challenged)],
  'announces its services as plain JSON': [
    'discovery-vc-type',
    answers(to('GET', '/.well-known/vc-configuration'), ({ headers }) => {
      headers['content-type'] = 'application/json';
    }),
  ],
  'forgets the verifier among its services': [
    'discovery-vc-services',
    answers(to('GET', '/.well-known/vc-configuration'), (answer) =>
      editJson(answer, ({ verifierService: _, ...others }) => others),
    ),
  ],
  'answers in chunks': [
    'issue-content-length',
    answers(issued, (answer) => {
      answer.chunked = true;
    }),
  ],
  'compresses tokens': [
    'transport-token',
    answers(to('POST', '/token'), (answer) => {
      answer.headers['content-encoding'] = 'gzip';
      answer.body = gzipSync(answer.body);
    }),
  ],
  'adds a context no client knows': [
    'issue-request-json',
    answers(issued, (answer) =>
      editJson(answer, (json) => ({
        ...json,
        '@context': [json['@context'], 'https://stranger.example/v1'].flat(),
      })),
    ),
  ],
  'wraps the credential': [
    'issue-created',
    answers(issued, (answer) => editJson(answer, (json) => ({ verifiableCredential: json }))),
  ],
  'writes its issuer as an object': [
    'issue-shape-grant',
    answers(issued, (answer) =>
      editJson(answer, (json) => ({ ...json, issuer: { id: json['issuer'] } })),
    ),
  ],
  'signs something else than it sends': [
    'signature-grant',
    answers(issued, (answer) =>
      editJson(answer, (json) => ({ ...json, expirationDate: '2099-01-01T00:00:00.000Z' })),
    ),
  ],
  'adds a charset to problem details': [
    'issue-problem-details',
    answers(
      (_, { headers }) => headers['content-type'] === 'application/problem+json',
      ({ headers }) => {
        headers['content-type'] = 'application/problem+json; charset=utf-8';
      },
    ),
  ],
  'shows credentials to whoever comes': [
    'show-not-to-others',
    (passed, forward) =>
      passed.url.pathname.startsWith('/vc/')
        ? forward().then((answer) => ({ ...answer, status: 200 }))
        : forward(),
  ],
  'says that it withdrew, and forgets it': [
    'status-revoke',
    async (passed, forward) =>
      to('POST', '/status')(passed)
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }
        : forward(),
  ],
  'serves an old status list': [
    'status-list-bit',
    remembering(({ url }) => url.pathname.startsWith('/status/')),
  ],
  'changes a Bitstring Status List after signing': [
    'status-list-bitstring-signed',
    answers(
      ({ url }, { body }) =>
        url.pathname.startsWith('/status/') && body.includes('BitstringStatusListCredential'),
      (answer) => editJson(answer, (json) => ({ ...json, validFrom: '2020-01-01T00:00:00.000Z' })),
    ),
  ],
  'finds everything valid': [
    'verify-changed-mode',
    answers(to('POST', '/verify'), (answer) =>
      editJson(answer, (json) => ({ ...json, errors: [] })),
    ),
  ],
  'derives nothing': [
    'derive-by-resource',
    answers(to('POST', '/derive'), (answer) =>
      editJson(answer, (json) => ({ ...json, verifiableCredential: [] })),
    ),
  ],
  'ignores the status asked for': ['query-revoked', withoutParameter('status')],
  'ignores who made it': ['query-agents', withoutParameter('fromAgent')],
  'links pages with relative URLs': [
    'query-links',
    answers(to('GET', '/query'), ({ headers }) => {
      headers['link'] = String(headers['link']).replaceAll(/<http:\/\/[^/]+/g, '<');
    }),
  ],
  'gives a token for a ticket that was used': [
    'token-ticket-twice',
    (() => {
      let last: PassedAnswer | undefined;
      return async (passed: PassedRequest, forward: () => Promise<PassedAnswer>) => {
        const answer = await forward();
        if (!to('POST', '/token')(passed)) return answer;
        if (answer.status === 200) last = { ...answer, headers: { ...answer.headers } };
        return last ?? answer;
      };
    })(),
  ],
  'goes on serving what was read before': [
    'read-revoked',
    remembering(
      ({ method, headers }, { status }) =>
        method === 'GET' && headers.authorization?.startsWith('Bearer ') === true && status === 200,
    ),
  ],
};
