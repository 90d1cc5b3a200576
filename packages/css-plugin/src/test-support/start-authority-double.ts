import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CONTROL_QUESTION_TYPE,
  READ_REPORT_TYPE,
  REQUESTING_PARTY_TOKEN_TYPE,
  type ReadRecord,
  type RequestingPartyToken,
  readReportSchema,
  STATUS_QUESTION_TYPE,
  type StatusChanges,
  statusQuestionQuerySchema,
} from '@grondslag/protocol';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

export const secret = 'a secret for tests only, of more than thirty-two bytes';
const secretBytes = new TextEncoder().encode(secret);

/** Stands in for the authority: its keys, its read log, and nothing of its judgement. */
export async function startAuthorityDouble() {
  let { privateKey, jwk } = await createTokenKey();
  const received: ReadRecord[] = [];
  let readsStatus = 204;
  let changes: StatusChanges['changes'] = [];
  let changesPerPage = 100;
  let isSilent = false;

  const server = createServer(async (request, response) => {
    if (request.url === '/jwks') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    } else if (request.url === '/v1/reads' && request.method === 'POST') {
      if (readsStatus === 204) {
        const { payload } = await jwtVerify(await textOf(request), secretBytes, {
          algorithms: ['HS256'],
          typ: READ_REPORT_TYPE,
          audience: url,
          maxTokenAge: 60,
        });
        received.push(...readReportSchema.parse(payload).records);
      }
      response.writeHead(readsStatus).end();
    } else if (request.url?.startsWith('/v1/status-changes?')) {
      await answerStatusQuestion(request, response);
    } else {
      response.writeHead(404).end();
    }
  });

  async function answerStatusQuestion(request: IncomingMessage, response: ServerResponse) {
    const jwt = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    await jwtVerify(jwt, secretBytes, {
      algorithms: ['HS256'],
      typ: STATUS_QUESTION_TYPE,
      audience: url,
      maxTokenAge: 60,
    });
    const { searchParams } = new URL(request.url ?? '', url);
    const query = statusQuestionQuerySchema.parse(Object.fromEntries(searchParams));
    const after = query.after ?? 0;
    const deadline = performance.now() + query.wait;
    while (isSilent || (after === changes.length && performance.now() < deadline)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (request.socket.destroyed) return;
    }
    const page = changes.slice(after, after + changesPerPage);
    const head = Math.min(changes.length, after + page.length);
    const answer: StatusChanges = { head, changes: page, more: head < changes.length };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const now = () => Math.floor(Date.now() / 1000);

  return {
    url,
    received,
    answerReadsWith(status: number) {
      readsStatus = status;
    },
    /** Another key signs from now on; the old one is no longer published. */
    async rotateKey() {
      ({ privateKey, jwk } = await createTokenKey());
    },
    /** What the authority would tell of a grant from now on. */
    changeStatus(credential: string, change: StatusChanges['changes'][number]['change']) {
      const at = new Date().toISOString();
      changes.push({ seq: changes.length + 1, credential, change, at });
    },
    /** As after a backup was put back. */
    forgetChanges() {
      changes = [];
    },
    /** Takes status questions and does not answer them. */
    keepSilent(silent: boolean) {
      isSilent = silent;
    },
    answerChangesInPagesOf(size: number) {
      changesPerPage = size;
    },
    /** A token as the authority would issue it, but for what is given. */
    signToken(
      claims: Pick<RequestingPartyToken, 'aud' | 'owner' | 'permissions'> &
        Partial<RequestingPartyToken>,
      typ = REQUESTING_PARTY_TOKEN_TYPE,
    ) {
      return new SignJWT({
        iss: url,
        sub: 'https://agency.example/profile#this',
        jti: randomUUID(),
        iat: now(),
        exp: now() + 60,
        grant: `${url}vc/${randomUUID()}`,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: jwk.kid, typ })
        .sign(privateKey);
    },
    signControlQuestion(
      claims: { aud: string; webId: string; resources: string[]; iat?: number; iss?: string },
      { key = secret, typ = CONTROL_QUESTION_TYPE } = {},
    ) {
      return new SignJWT({ iss: url, iat: now(), exp: now() + 60, ...claims })
        .setProtectedHeader({ alg: 'HS256', typ })
        .sign(new TextEncoder().encode(key));
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type AuthorityDouble = Awaited<ReturnType<typeof startAuthorityDouble>>;

async function createTokenKey() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
  return { privateKey, jwk };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
