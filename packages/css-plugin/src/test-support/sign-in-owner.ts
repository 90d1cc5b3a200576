import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as z from 'zod';

const controlsSchema = z.object({
  controls: z.object({
    password: z.object({ login: z.url() }),
    account: z.object({ clientCredentials: z.url().exactOptional() }),
  }),
});
const loginSchema = z.object({ authorization: z.string() });
const credentialsSchema = z.object({ id: z.string(), secret: z.string() });
const tokenSchema = z.object({ access_token: z.string() });

/**
 * Signs a citizen in through the account API and client credentials; the result is a `fetch` with DPoP (RFC 9449), or
 * with a plain bearer token.
 */
export async function signInOwner(
  baseUrl: string,
  name: string,
  tokenType: 'DPoP' | 'Bearer' = 'DPoP',
): Promise<typeof fetch> {
  async function send(url: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(url, init);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return response.json();
  }
  async function findControls(headers: Record<string, string> = {}) {
    const accept = 'application/json';
    const found = await send(`${baseUrl}.account/`, { headers: { accept, ...headers } });
    return controlsSchema.parse(found).controls;
  }
  async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
    return send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  const login = (await findControls()).password.login;
  const { authorization } = loginSchema.parse(
    await post(login, { email: `${name}@example.com`, password: name }),
  );
  const account = { authorization: `CSS-Account-Token ${authorization}` };
  const webId = `${baseUrl}${name}/profile/card#me`;
  const credentialsUrl = (await findControls(account)).account.clientCredentials ?? '';
  const { id, secret } = credentialsSchema.parse(
    await post(credentialsUrl, { name, webId }, account),
  );

  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const proof = (htm: string, htu: string, token?: string) =>
    new SignJWT({
      htm,
      htu,
      jti: randomUUID(),
      ...(token && { ath: createHash('sha256').update(token).digest('base64url') }),
    })
      .setProtectedHeader({ alg: 'ES256', jwk, typ: 'dpop+jwt' })
      .setIssuedAt()
      .sign(privateKey);

  const basic = `${encodeURIComponent(String(id))}:${encodeURIComponent(String(secret))}`;
  const answer = await send(`${baseUrl}.oidc/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(basic).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(tokenType === 'DPoP' && { dpop: await proof('POST', `${baseUrl}.oidc/token`) }),
    },
    body: 'grant_type=client_credentials&scope=webid',
  });
  const token = tokenSchema.parse(answer).access_token;

  return async (input, init = {}) => {
    const url = String(input);
    const headers = new Headers(init.headers);
    headers.set('authorization', `${tokenType} ${token}`);
    if (tokenType === 'DPoP') headers.set('dpop', await proof(init.method ?? 'GET', url, token));
    return fetch(url, { ...init, headers });
  };
}
