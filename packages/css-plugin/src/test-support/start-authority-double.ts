import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CONTROL_QUESTION_TYPE,
  READ_REPORT_TYPE,
  REQUESTING_PARTY_TOKEN_TYPE,
  type ReadRecord,
  type RequestingPartyToken,
  readReportSchema,
} from '@grondslag/protocol';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

export const secret = 'a secret for tests only, of more than thirty-two bytes';
const secretBytes = new TextEncoder().encode(secret);

/** Stands in for the authority: its keys, its read log, and nothing of its judgement. */
export async function startAuthorityDouble() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const received: ReadRecord[] = [];
  let readsStatus = 204;

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
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const now = () => Math.floor(Date.now() / 1000);

  return {
    url,
    received,
    answerReadsWith(status: number) {
      readsStatus = status;
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
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ })
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

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
