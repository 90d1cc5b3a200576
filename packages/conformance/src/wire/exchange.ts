import * as z from 'zod';
import type { CaseContext, Person } from '../run/context.ts';
import { expectStatus, expectThat } from '../run/expect.ts';
import { ticketFor } from './challenge.ts';
import { CREDENTIALS_V1, UMA_TICKET, VP_FORMAT } from './terms.ts';

const tokenSchema = z.looseObject({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number(),
});

export type TokenResponse = z.infer<typeof tokenSchema>;

/** The presentation of a credential, in the base64 the libraries send. */
export function presentationOf(credential: object): string {
  const presentation = {
    '@context': [CREDENTIALS_V1],
    type: ['VerifiablePresentation'],
    verifiableCredential: [credential],
  };
  return Buffer.from(JSON.stringify(presentation)).toString('base64');
}

/** Form fields that differ from what the libraries send; `undefined` leaves one out. */
export type TokenFields = Readonly<Record<string, string | undefined>>;

/** Sends a token request; the answer may be a refusal. */
export function postToken(
  { authority }: CaseContext,
  who: Pick<Person, 'fetch'>,
  fields: TokenFields,
): Promise<Response> {
  const sent = Object.entries({
    grant_type: UMA_TICKET,
    claim_token_format: VP_FORMAT,
    ...fields,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return who.fetch(authority.token, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(sent).toString(),
  });
}

/** Gets a ticket for `resource` and trades it with a grant; the answer may be a refusal. */
export async function exchange(
  context: CaseContext,
  credential: object,
  resource: string,
  who: Pick<Person, 'fetch'> = context.agency,
): Promise<Response> {
  const ticket = await ticketFor(resource);
  return postToken(context, who, { ticket, claim_token: presentationOf(credential) });
}

/** The same, and expects a token. */
export async function exchangeForToken(
  context: CaseContext,
  credential: object,
  resource: string,
): Promise<TokenResponse> {
  return readToken(await exchange(context, credential, resource));
}

/** Parses an answer that should be a token. */
export async function readToken(response: Response): Promise<TokenResponse> {
  await expectStatus(response, 200);
  const body: unknown = await response.json();
  const parsed = tokenSchema.safeParse(body);
  expectThat(parsed.success, 'access_token, token_type and expires_in', body);
  return parsed.data;
}

/** A `fetch` that sends a token, and nothing else of anyone. */
export function bearing({ access_token }: TokenResponse): typeof fetch {
  return (input, init) =>
    fetch(input, {
      ...init,
      headers: { ...init?.headers, authorization: `Bearer ${access_token}` },
    });
}

/** A `fetch` under a grant for `resource`. */
export async function fetchUnder(
  context: CaseContext,
  credential: object,
  resource: string,
): Promise<typeof fetch> {
  return bearing(await exchangeForToken(context, credential, resource));
}
