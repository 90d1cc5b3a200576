import type { AccessCredential } from '@grondslag/protocol';
import { CREDENTIALS_V1 } from '@grondslag/vocab';
import type {
  CredentialPage,
  CredentialQuery,
  CredentialStore,
  StoredCredential,
} from './credential-store.ts';
import type { CredentialExample, DeriveQuestion } from './derive-schemas.ts';

const PAGE_SIZE = 100;
/** Newest credentials looked at for one question; `GET query` has pages. */
const MAX_EXAMINED = 1_000;

/** An unsigned presentation of what was found. */
export interface DerivedPresentation {
  readonly '@context': readonly string[];
  readonly type: readonly string[];
  readonly verifiableCredential: readonly AccessCredential[];
}

/**
 * The credentials that hold everything the example holds, of those in which the caller takes part. What is
 * withdrawn, suspended or not yet valid is left out, and what has ended unless it is asked for.
 */
export async function deriveCredentials(
  { example, includeExpired }: DeriveQuestion,
  caller: string,
  { credentials, now: clock }: { readonly credentials: CredentialStore; readonly now: () => Date },
): Promise<DerivedPresentation> {
  const now = clock();
  const found: AccessCredential[] = [];
  let query: CredentialQuery | undefined = {
    ...narrow(example),
    participant: caller,
    limit: PAGE_SIZE,
    now,
  };
  for (let examined = 0; query !== undefined && examined < MAX_EXAMINED; examined += PAGE_SIZE) {
    const { items, next }: CredentialPage = await credentials.query(query);
    for (const item of items) {
      if (holdsNow(item, now, includeExpired) && fits(item, example)) found.push(item.credential);
    }
    query = next ? { ...query, olderThan: next } : undefined;
  }
  return {
    '@context': [CREDENTIALS_V1],
    type: ['VerifiablePresentation'],
    verifiableCredential: found,
  };
}

/** What of the example the database can look for. */
function narrow({ credentialSubject: subject }: CredentialExample): Partial<CredentialQuery> {
  const consent = subject?.providedConsent ?? subject?.hasConsent;
  const first = (name: string) => consent?.get(name)?.find((value) => typeof value === 'string');
  const resource = first('forPersonalData');
  const toAgent = first('isProvidedTo') ?? first('isConsentForDataSubject');
  return {
    ...(resource !== undefined && { resource }),
    ...(toAgent !== undefined && { toAgent }),
    ...(subject?.id !== undefined && { fromAgent: subject.id }),
  };
}

function holdsNow(
  { revokedAt, suspendedAt, validFrom, expiresAt }: StoredCredential,
  now: Date,
  includeExpired: boolean,
): boolean {
  if (revokedAt !== undefined || suspendedAt !== undefined || validFrom > now) return false;
  return includeExpired || expiresAt === undefined || expiresAt > now;
}

function fits({ credential }: StoredCredential, { type, credentialSubject }: CredentialExample) {
  if (type !== undefined && !includesAll(credential.type, type)) return false;
  if (credentialSubject === undefined) return true;
  const subject: Readonly<Record<string, unknown>> = credential.credentialSubject;
  return (['providedConsent', 'hasConsent'] as const).every((block) => {
    const wanted = credentialSubject[block];
    if (wanted === undefined) return true;
    const consent = subject[block] as Readonly<Record<string, unknown>> | undefined;
    return (
      consent !== undefined &&
      [...wanted].every(([name, values]) => includesAll(consent[name], values))
    );
  });
}

function includesAll(held: unknown, wanted: readonly unknown[]): boolean {
  const all: readonly unknown[] = Array.isArray(held) ? held : [held];
  return wanted.every((one) => all.includes(one));
}
