import type { CaseContext, Person } from '../run/context.ts';
import { expectStatus } from '../run/expect.ts';
import { type Credential, readCredential } from './credential.ts';
import { type Ask, denialBody, grantBody, requestBody } from './credential-bodies.ts';

/** Posts JSON as the libraries do. */
export function postJson(url: string, body: unknown, fetch: typeof globalThis.fetch) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Asks the authority to issue; the answer may be a refusal. */
export function issue(
  { authority }: CaseContext,
  who: Pick<Person, 'fetch'>,
  body: unknown,
): Promise<Response> {
  return postJson(authority.issue, body, who.fetch);
}

async function issued(context: CaseContext, who: Person, body: object): Promise<Credential> {
  const response = await issue(context, who, body);
  await expectStatus(response, 201, 200);
  return readCredential(response);
}

/** The agency asks the citizen. */
export function askAccess(context: CaseContext, ask: Ask): Promise<Credential> {
  return issued(context, context.agency, requestBody(context.citizen.webId, ask));
}

/** The citizen grants the agency access. */
export function giveAccess(context: CaseContext, ask: Ask): Promise<Credential> {
  return issued(context, context.citizen, grantBody(context.agency.webId, ask));
}

/** The citizen denies the agency access. */
export function denyAccess(context: CaseContext, ask: Ask): Promise<Credential> {
  return issued(context, context.citizen, denialBody(context.agency.webId, ask));
}

/** Withdraws a grant or denial, or cancels a request; the answer may be a refusal. */
export function setStatus(
  { authority }: CaseContext,
  who: Pick<Person, 'fetch'>,
  credentialId: string,
  status = '1',
): Promise<Response> {
  return postJson(
    authority.status,
    { credentialId, credentialStatus: [{ type: 'RevocationList2020Status', status }] },
    who.fetch,
  );
}

/** Withdraws, and expects it done. */
export async function withdraw(context: CaseContext, who: Person, id: string): Promise<void> {
  const response = await setStatus(context, who, id);
  await expectStatus(response, 200, 201, 202, 204);
}
