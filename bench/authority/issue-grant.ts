import { type AccessGrant, accessGrantSchema, authorityPaths } from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';

/** A grant to read, issued at the authority by whoever `fetch` is logged in as. */
export async function issueGrant(
  fetch: typeof globalThis.fetch,
  authority: string,
  { agency, resources }: { readonly agency: string; readonly resources: readonly string[] },
): Promise<AccessGrant> {
  const response = await fetch(new URL(authorityPaths.issue, authority).href, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      credential: {
        '@context': [CREDENTIALS_V1, INRUPT_V2],
        type: ['VerifiableCredential', 'SolidAccessGrant'],
        credentialSubject: {
          providedConsent: {
            mode: ['http://www.w3.org/ns/auth/acl#Read'],
            hasStatus: gc.ConsentStatusExplicitlyGiven,
            forPersonalData: resources,
            forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
            isProvidedTo: agency,
            inherit: false,
          },
        },
      },
    }),
  });
  if (response.status !== 201) {
    throw new Error(`POST issue answered ${response.status}: ${await response.text()}`);
  }
  return accessGrantSchema.parse(await response.json());
}
