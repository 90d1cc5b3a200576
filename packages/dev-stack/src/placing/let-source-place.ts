import { type AccessGrant, accessGrantSchema, authorityPaths } from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';

const WRITE = 'http://www.w3.org/ns/auth/acl#Write';

/**
 * A citizen lets a source place facts in containers, and look at nothing: a grant without reading, for as long as the
 * authority gives at most.
 */
export async function letSourcePlace(
  fetchAsCitizen: typeof fetch,
  {
    authority,
    source,
    containers,
  }: {
    readonly authority: string;
    readonly source: string;
    readonly containers: readonly string[];
  },
): Promise<AccessGrant> {
  const response = await fetchAsCitizen(new URL(authorityPaths.issue, authority).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      credential: {
        '@context': [CREDENTIALS_V1, INRUPT_V2],
        type: ['VerifiableCredential', 'SolidAccessGrant'],
        credentialSubject: {
          providedConsent: {
            mode: [WRITE],
            hasStatus: gc.ConsentStatusExplicitlyGiven,
            forPersonalData: containers,
            isProvidedTo: source,
            inherit: true,
          },
        },
      },
    }),
  });
  if (!response.ok) {
    throw new Error(`The citizen could not let a source place facts: ${response.status}`);
  }
  return accessGrantSchema.parse(await response.json());
}
