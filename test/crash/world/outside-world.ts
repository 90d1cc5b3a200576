import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CONTROL_QUESTION_PATH, controlQuestionSchema, FIELDS_FEATURE } from '@grondslag/protocol';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createPerson, type Person } from './person.ts';

const SECRET = 'a secret of the vault server, 32+ bytes';

/** Everybody the authority talks to: an identity provider that is also everybody's vault server, on loopback. */
export interface OutsideWorld {
  /** `iss` of everybody's tokens and base URL of the vault server. */
  readonly url: string;
  readonly secret: string;
  person(name: string): Promise<Person>;
  /** A message of the vault server to the authority. */
  signMessage(typ: string, audience: string, claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export async function startOutsideWorld(): Promise<OutsideWorld> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'provider', alg: 'ES256' };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}jwks` }));
    } else if (path === '/jwks') {
      response.end(JSON.stringify({ keys: [jwk] }));
    } else if (path === `/${CONTROL_QUESTION_PATH}`) {
      const { webId, resources } = controlQuestionSchema.parse(decodeJwt(await text(request)));
      const pod = webId.replace('profile/card#me', '');
      const controlled = resources.filter((r) => r.startsWith(pod));
      response.end(JSON.stringify({ controlled, features: [FIELDS_FEATURE] }));
    } else {
      response.setHeader('Content-Type', 'text/turtle');
      response.end(`<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${url}>.`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const secret = new TextEncoder().encode(SECRET);

  return {
    url,
    secret: SECRET,
    person: (name) =>
      createPerson(`${url}${name}/profile/card#me`, (claims) =>
        new SignJWT({ iss: url, aud: 'solid', client_id: 'crash', ...claims })
          .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'at+jwt' })
          .setIssuedAt()
          .setExpirationTime('3 hours')
          .sign(privateKey),
      ),
    signMessage: (typ, audience, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ })
        .setIssuer(url)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1 minute')
        .sign(secret),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
