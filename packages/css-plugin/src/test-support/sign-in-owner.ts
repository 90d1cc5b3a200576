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

type TokenType = 'DPoP' | 'Bearer';

/** Signs a citizen in; the result is a `fetch` with DPoP (RFC 9449), or with a plain bearer token. */
export async function signInOwner(
  baseUrl: string,
  name: string,
  tokenType: TokenType = 'DPoP',
): Promise<typeof fetch> {
  const authorize = await logInOwner(baseUrl, name, tokenType);
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const login = await authorize(init.method ?? 'GET', String(input));
    for (const [header, value] of Object.entries(login)) headers.set(header, value);
    return fetch(String(input), { ...init, headers });
  };
}

/**
 * Logs a citizen in through the account API and client credentials; the result makes the headers of a request, with
 * a new proof each time.
 */
export async function logInOwner(
  baseUrl: string,
  name: string,
  tokenType: TokenType = 'DPoP',
): Promise<(method: string, url: string) => Promise<Record<string, string>>> {
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

  return async (method, url) => ({
    authorization: `${tokenType} ${token}`,
    ...(tokenType === 'DPoP' && { dpop: await proof(method, url, token) }),
  });
}
