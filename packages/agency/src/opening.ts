import { type LawfulAccessCredential, lawfulAccessCredentialSchema } from '@grondslag/legal-basis';
import { type AccessGrant, accessGrantSchema } from '@grondslag/protocol';
import { acl } from '@grondslag/vocab';
import * as z from 'zod';

/** What opens a vault to this agency: a grant of the citizen, or lawful access under a mandate. */
export const openingSchema = z.union([lawfulAccessCredentialSchema, accessGrantSchema]);
export type Opening = AccessGrant | LawfulAccessCredential;

export function isLawfulAccess(opening: Opening): opening is LawfulAccessCredential {
  return 'lawfulAccess' in opening.credentialSubject;
}

/** Whose vault it opens, and how much of it. */
export interface Extent {
  readonly citizen: string;
  readonly resources: readonly string[];
  /** Whether what is inside the containers belongs to it too. */
  readonly inherit: boolean | undefined;
}

/** What may be read; no resources when reading is not among what is allowed. */
export function extentOf(opening: Opening): Extent {
  if (isLawfulAccess(opening)) {
    const { citizen, resources } = opening.credentialSubject.lawfulAccess;
    return { citizen, resources, inherit: true };
  }
  const { id: citizen, providedConsent } = opening.credentialSubject;
  const { forPersonalData, mode, inherit } = providedConsent;
  return { citizen, resources: mode.includes(acl.Read) ? forPersonalData : [], inherit };
}

/** Whether it is past its own end date. */
export function isExpired({ expirationDate }: Opening, now: Date): boolean {
  return expirationDate !== undefined && new Date(expirationDate) <= now;
}
