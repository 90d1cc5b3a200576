import { AuthorityError } from '../errors.ts';
import { uuidOf } from './credential-id.ts';
import { type CredentialStore, isAccess, type StoredCredential } from './credential-store.ts';
import { showCredential } from './show-credential.ts';

interface LookupPowers {
  readonly baseUrl: string;
  readonly credentials: CredentialStore;
  readonly now: () => Date;
}

/** Many credentials by their ids, each shown or not as `showCredential` says, with the requests that decisions answer. */
export async function lookUpCredentials(
  ids: readonly string[],
  caller: string,
  powers: LookupPowers,
): Promise<readonly StoredCredential['credential'][]> {
  const found = await findShown(ids, caller, powers);
  const requests = found.flatMap(requestsOf).filter((id) => !ids.includes(id));
  const answered = await findShown(requests, caller, powers);
  return [...found, ...answered].map(({ credential }) => credential);
}

/** The store asks for all of them at once. */
async function findShown(
  ids: readonly string[],
  caller: string,
  powers: LookupPowers,
): Promise<readonly StoredCredential[]> {
  const uuids = new Set(ids.map((id) => uuidOf(powers.baseUrl, id)));
  const found = await Promise.all(
    [...uuids].map(async (uuid) => {
      if (uuid === undefined) return undefined;
      return showCredential(uuid, caller, powers).catch(leaveOut);
    }),
  );
  return found.filter((one) => one !== undefined);
}

function leaveOut(error: unknown): undefined {
  const isHidden =
    error instanceof AuthorityError &&
    (error.code === 'credential_not_found' || error.code === 'not_participant');
  if (!isHidden) throw error;
}

function requestsOf(stored: StoredCredential): readonly string[] {
  if (!isAccess(stored)) return [];
  const { credentialSubject } = stored.credential;
  if (!('providedConsent' in credentialSubject)) return [];
  const { verifiedRequest, request } = credentialSubject.providedConsent;
  return [verifiedRequest ?? request].filter((id) => id !== undefined);
}
