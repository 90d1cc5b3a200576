import * as z from 'zod';

/** Client credentials of Solid-OIDC. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const loginControls = z.object({ controls: z.object({ password: z.object({ login: z.url() }) }) });
const ownControls = z.object({
  controls: z.object({ account: z.object({ clientCredentials: z.url() }) }),
});
const authorizationSchema = z.object({ authorization: z.string() });
const credentialsSchema = z.object({ id: z.string(), secret: z.string() });

/**
 * Makes client credentials with an account's e-mail address and password.
 *
 * @see {@link https://communitysolidserver.github.io/CommunitySolidServer/latest/usage/client-credentials/ | Community Solid Server, Automating authentication}
 */
export async function makeClientCredentials(
  issuer: string,
  { email, password, webId }: { email: string; password: string; webId: string },
): Promise<ClientCredentials> {
  const account = new URL('.account/', issuer).href;
  const { login } = loginControls.parse(await call(account)).controls.password;
  const { authorization } = authorizationSchema.parse(await call(login, { email, password }));
  const own = ownControls.parse(await call(account, undefined, authorization));
  const { id, secret } = credentialsSchema.parse(
    await call(
      own.controls.account.clientCredentials,
      { name: 'conformance', webId },
      authorization,
    ),
  );
  return { clientId: id, clientSecret: secret };
}

async function call(url: string, body?: object, authorization?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(authorization !== undefined && { authorization: `CSS-Account-Token ${authorization}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`The account page ${url} answered ${response.status}; see --config.`);
  }
  return response.json();
}
