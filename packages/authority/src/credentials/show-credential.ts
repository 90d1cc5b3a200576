import { AuthorityError } from '../errors.ts';
import { isHiddenFrom } from '../lawful-access/lawful-access-url.ts';
import { credentialUrl, uuidOf } from './credential-id.ts';
import {
  type CredentialStore,
  isLawfulAccess,
  type StoredCredential,
  type StoredLawfulAccess,
} from './credential-store.ts';

/**
 * A credential, for those who take part in it.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_participant`
 */
export async function showCredential(
  uuid: string,
  caller: string,
  {
    baseUrl,
    credentials,
    now,
  }: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<StoredCredential> {
  const found = await findCredential(credentialUrl(baseUrl, uuid), { baseUrl, credentials });
  if (isLawfulAccess(found) && isKeptBack(found, caller, now())) throw credentialNotFound();
  if (found.fromAgent !== caller && found.toAgent !== caller) {
    throw new AuthorityError(
      'not_participant',
      'Only those it is from or for may see a credential.',
    );
  }
  return found;
}

/** @throws {AuthorityError} `credential_not_found` */
export async function findCredential(
  id: string,
  { baseUrl, credentials }: { readonly baseUrl: string; readonly credentials: CredentialStore },
): Promise<StoredCredential> {
  const found = uuidOf(baseUrl, id) === undefined ? undefined : await credentials.find(id);
  if (found === undefined) {
    throw credentialNotFound();
  }
  return found;
}

/** Those it is from or for may look; the citizen of lawful access not before being told. */
function isKeptBack({ credential, fromAgent }: StoredLawfulAccess, caller: string, now: Date) {
  const { lawfulAccess } = credential.credentialSubject;
  return caller === fromAgent && isHiddenFrom(lawfulAccess, caller, now);
}

export function credentialNotFound(): AuthorityError {
  return new AuthorityError('credential_not_found', 'There is no such credential here.');
}
