import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Everybody the authority asks: an identity provider that is also the vault server, in this process. */
export interface Neighbours {
  /** `iss`, and base URL of everybody's pod. */
  readonly url: string;
  readonly person: (name: string) => Promise<BenchPerson>;
  readonly close: () => void;
}

export interface BenchPerson {
  readonly webId: string;
  readonly bearer: () => Promise<string>;
  /** Headers with one DPoP-bound token for all, and a proof of its own for each of `count` requests. */
  readonly dpop: (url: string, count: number) => Promise<readonly string[]>;
}

export async function playNeighbours(): Promise<Neighbours> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'provider', alg: 'ES256' };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    response.setHeader('Content-Type', 'application/json');
    if (path === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}jwks` }));
    } else if (path === '/jwks') {
      response.end(JSON.stringify({ keys: [jwk] }));
    } else if (request.method === 'POST') {
      const [, payload = ''] = (await text(request)).split('.');
      const question = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
        readonly resources: readonly string[];
      };
      response.end(JSON.stringify({ controlled: question.resources, features: ['fields'] }));
    } else {
      response.setHeader('Content-Type', 'text/turtle');
      response.end(`<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${url}>.`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;

  const sign = (claims: JWTPayload) =>
    new SignJWT({ iss: url, aud: 'solid', client_id: 'bench', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(privateKey);
  return {
    url,
    person: (name) => createPerson(`${url}${name}/profile/card#me`, sign),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function createPerson(
  webid: string,
  sign: (claims: JWTPayload) => Promise<string>,
): Promise<BenchPerson> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256' };
  const token = await sign({ webid, cnf: { jkt: await calculateJwkThumbprint(jwk) } });
  return {
    webId: webid,
    bearer: async () => `Bearer ${await sign({ webid })}`,
    dpop: (htu, count) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const proof = await new SignJWT({ htm: 'POST', htu })
            .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
            .setIssuedAt()
            .setJti(crypto.randomUUID())
            .sign(privateKey);
          return `Authorization: DPoP ${token}\r\nDPoP: ${proof}\r\n`;
        }),
      ),
  };
}
