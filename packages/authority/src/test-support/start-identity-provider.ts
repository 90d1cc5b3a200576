import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { controlQuestionSchema, FIELDS_FEATURE } from '@grondslag/protocol';
import {
  calculateJwkThumbprint,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** Someone with a WebID who can log in. */
export interface Person {
  readonly webId: string;
  /** Headers with a DPoP-bound token and a proof for this request, made anew each time. */
  dpop(method: string, url: string): Promise<{ Authorization: string; DPoP: string }>;
  /** Headers with a plain Bearer token; `claims` replace those of the token. */
  bearer(claims?: JWTPayload): Promise<{ Authorization: string }>;
}

/** A Solid-OIDC provider on loopback that is also everybody's vault server: profiles, and the control question. */
export interface IdentityProvider {
  /** `iss`, and base URL of everybody's pod. */
  readonly url: string;
  /** How often each path was asked for. */
  readonly requests: readonly string[];
  person(name: string): Promise<Person>;
  close(): Promise<void>;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'provider', alg: 'ES256' };
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const profile = /^\/(\w+)\/profile\/card$/.exec(path)?.[1];
    if (path === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}jwks` }));
    } else if (path === '/jwks') {
      response.end(JSON.stringify({ keys: [jwk] }));
    } else if (path === '/.grondslag/control') {
      const { webId, resources } = controlQuestionSchema.parse(decodeJwt(await text(request)));
      const pod = webId.replace('profile/card#me', '');
      const controlled = resources.filter((r) => r.startsWith(pod));
      response.end(JSON.stringify({ controlled, features: [FIELDS_FEATURE] }));
    } else if (profile === 'stranger') {
      response.end(`<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <https://other.example/>.`);
    } else if (profile === 'broken') {
      response.end('<#me> <#knows> "Alicia, tel. 06-12345678');
    } else if (profile === 'moved') {
      response.writeHead(302, { Location: `${url}alice/profile/card` }).end();
    } else if (profile !== undefined) {
      response.setHeader('Content-Type', 'text/turtle');
      response.end(
        `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <#me> solid:oidcIssuer <${url}>; <http://www.w3.org/ns/pim/space#storage> </${profile}/>.`,
      );
    } else {
      response.writeHead(404).end();
    }
  });
  // The verifier accepts http only on localhost.
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;

  const sign = (claims: JWTPayload) =>
    new SignJWT({ iss: url, aud: 'solid', client_id: 'test-client', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('10 minutes')
      .sign(privateKey);

  return {
    url,
    requests,
    person: (name) => createPerson(`${url}${name}/profile/card#me`, sign),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function createPerson(
  webId: string,
  sign: (claims: JWTPayload) => Promise<string>,
): Promise<Person> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256' };
  const jkt = await calculateJwkThumbprint(jwk);
  return {
    webId,
    async dpop(method, url) {
      const token = await sign({ webid: webId, cnf: { jkt } });
      const proof = await new SignJWT({ htm: method, htu: url.replace(/\?.*/, '') })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .sign(privateKey);
      return { Authorization: `DPoP ${token}`, DPoP: proof };
    },
    async bearer(claims) {
      return { Authorization: `Bearer ${await sign({ webid: webId, ...claims })}` };
    },
  };
}
