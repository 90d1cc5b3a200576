import * as z from 'zod';

/** The account API of Community Solid Server 7, as far as the seed needs it. */
const controlsSchema = z.object({
  controls: z.looseObject({
    account: z.looseObject({
      create: z.url().exactOptional(),
      pod: z.url().exactOptional(),
      clientCredentials: z.url().exactOptional(),
    }),
    password: z.looseObject({ create: z.url().exactOptional(), login: z.url().exactOptional() }),
  }),
});
const podSchema = z.object({ pod: z.url(), webId: z.url() });
const credentialsSchema = z.object({ id: z.string(), secret: z.string() });
const authorizationSchema = z.object({ authorization: z.string() });

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  /** Name of the vault; becomes part of its address. */
  readonly slug: string;
}

export interface CreatedAccount {
  readonly webId: string;
  readonly storage: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Creates an account with a password, a vault and client credentials. */
export async function createVaultAccount(
  vault: string,
  { email, password, slug }: NewAccount,
): Promise<CreatedAccount> {
  const start = await controls(vault);
  const { authorization } = authorizationSchema.parse(
    await call(required(start.account.create, 'account creation'), undefined, {}),
  );
  const own = await controls(vault, authorization);
  await call(required(own.password.create, 'password login'), authorization, { email, password });
  const { pod, webId } = podSchema.parse(
    await call(required(own.account.pod, 'vault creation'), authorization, { name: slug }),
  );
  const { id, secret } = credentialsSchema.parse(
    await call(required(own.account.clientCredentials, 'client credentials'), authorization, {
      name: slug,
      webId,
    }),
  );
  return { webId, storage: pod, clientId: id, clientSecret: secret };
}

async function controls(vault: string, authorization?: string) {
  const answer = await call(new URL('.account/', vault).href, authorization);
  return controlsSchema.parse(answer).controls;
}

function required(url: string | undefined, what: string): string {
  if (url) return url;
  throw new Error(
    `The vault server offers no ${what}; is it a Community Solid Server 7 with accounts on?`,
  );
}

async function call(url: string, authorization?: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(authorization && { authorization: `CSS-Account-Token ${authorization}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    throw new Error(
      `The vault server's account page answered ${response.status} to ${new URL(url).pathname}`,
    );
  }
  return response.json();
}
