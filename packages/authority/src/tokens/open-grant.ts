import { isRequest } from '../credentials/check-linked-request.ts';
import type { StoredCredential } from '../credentials/credential-store.ts';
import type { StoredGrant } from './check-grant.ts';
import { type Opening, openingOfGrant } from './opening.ts';

/**
 * What a grant opens, with the request it answers. One that names a request of somebody else, or to somebody else,
 * answers none: as when it was issued.
 *
 * @throws {AuthorityError} as `openingOfGrant`
 */
export async function openGrant(
  grant: StoredGrant,
  find: (id: string) => Promise<StoredCredential | undefined>,
): Promise<Opening> {
  const { verifiedRequest, request } = grant.credential.credentialSubject.providedConsent;
  const id = verifiedRequest ?? request;
  const found = id === undefined ? undefined : await find(id);
  const isAnswered =
    isRequest(found) && found.fromAgent === grant.toAgent && found.toAgent === grant.fromAgent;
  return openingOfGrant(grant, isAnswered ? found.credential : undefined);
}
