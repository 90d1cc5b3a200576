import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type PlayedServer, playServer } from './play-server.ts';

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Credentials the played identity provider accepts. */
export const CLIENT = { clientId: 'schuldhulp', clientSecret: 'a secret that must not leak' };

/** An identity provider for client credentials, with real ES256 tokens of 600 s. */
export async function playIdentityProvider(webIdOf: () => string): Promise<PlayedServer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'ES256', use: 'sig' };
  const issuer = await playServer();
  issuer.answer = ({ path, headers }) => {
    if (path === '/.well-known/openid-configuration') {
      return {
        body: {
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}auth`,
          token_endpoint: `${issuer.url}token`,
          jwks_uri: `${issuer.url}jwks`,
          subject_types_supported: ['public'],
          claims_supported: ['webid'],
          scopes_supported: ['openid', 'webid', 'offline_access'],
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['ES256'],
          dpop_signing_alg_values_supported: ['ES256'],
        },
      };
    }
    if (path === '/jwks') return { body: { keys: [jwk] } };
    if (path !== '/token') return { status: 404 };
    const { clientId, clientSecret } = CLIENT;
    const encoded = [clientId, clientSecret].map((part) =>
      encodeURIComponent(part).replaceAll('%20', '+'),
    );
    const expected = `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
    if (headers.authorization !== expected)
      return { status: 401, body: { error: 'invalid_client' } };
    const iat = Math.floor(Date.now() / 1000);
    const header = base64url({ alg: 'ES256', kid: 'key-1', typ: 'at+jwt' });
    const payload = base64url({
      webid: webIdOf(),
      sub: clientId,
      azp: clientId,
      client_id: clientId,
      iss: issuer.url,
      aud: 'solid',
      jti: randomUUID(),
      iat,
      exp: iat + 600,
    });
    const input = `${header}.${payload}`;
    const signature = sign('sha256', Buffer.from(input), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');
    return {
      body: { access_token: `${input}.${signature}`, token_type: 'DPoP', expires_in: 600 },
    };
  };
  return issuer;
}
